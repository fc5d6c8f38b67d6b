package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LoadState;

/** A process that loads is killed with SIGKILL at a moment of chance, and again, and another goes on: each row is there once. */
class KilledLoadIT {
    private static final int ROWS = 60_000;

    private final LoadRig rig = new LoadRig();

    @AfterEach
    void close() throws SQLException, IOException {
        rig.close();
    }

    @Test
    void doublesAndLosesNothingWhenItIsKilledAgainAndAgain() throws Exception {
        long seed = Long.getLong("switchroom.it.seed", System.nanoTime());
        Random chance = new Random(seed);
        LeadList list = rig.leads.list("Florida", null);
        String csv = "phone,last_name\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "1727%07d,Name %d".formatted(i, i))
                        .collect(Collectors.joining("\n"));
        long id = rig.take(list, csv);
        rig.setup.load(rig.load(id), list);

        for (int kills = 0; kills < 3 && rig.load(id).state() == LoadState.LOADING; kills++) {
            killAfter(1 + chance.nextInt(12));
            rig.leads.clock.advance(Duration.ofSeconds(31));
            rig.database().run("update lead_load set heartbeat_at = '2000-01-01'");
        }
        assertTrue(rig.load(id).position() > 0, "seed " + seed);
        rig.work(LoadState.LOADING);

        assertEquals(LoadState.DONE, rig.load(id).state(), "seed " + seed);
        assertEquals(
                ROWS + "|" + ROWS,
                rig.database().row("select count(*), count(distinct phone) from call_lead"),
                "seed " + seed);
        assertEquals(ROWS, rig.load(id).result().loaded(), "seed " + seed);
    }

    /** Runs {@link LoadingProcess} and kills it once it has told so many batches. */
    private void killAfter(int batches) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("switchroom.it.db."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add(LoadingProcess.class.getName());
        command.add(rig.path.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader told = process.inputReader()) {
            for (int i = 0; i < batches && told.readLine() != null; i++) {}
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
