package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.Administrator;
import org.switchroom.system.Command;
import org.switchroom.system.Lab;
import org.switchroom.system.ServerProcess;
import org.switchroom.system.SqlClient;

/** Load for so many minutes as the command line says, one fault in each, drawn by chance and its seed; no fault comes again before all others had their turn. */
@Order(500)
@Tag("soak")
@Fault(
        number = "F36",
        property =
                "50 actions a second, five calls among them, and a fault a minute: memory stays flat, no row stays open past its deadline",
        promised = "slope of the live heap about 0; 0 rows 30 s past their deadline; threads and files as before",
        errors = Errors.OF_A_NODE)
class F36SoakIT extends FaultTest {
    private static final Logger LOG = System.getLogger(F36SoakIT.class.getName());
    private static final int ACTIONS_A_SECOND = 50;
    private static final int MINUTE = 60;
    private static final int LATEST_FAULT_MILLIS = 15_000;
    private static final int SHORT_SECONDS = 5;
    private static final int OVERDUE_SECONDS = 30;
    /** The first minutes fill caches, and compile. */
    private static final int WARM_MINUTES = 5;
    /** Half of what a leak of one object of 100 bytes an action would bring in ten minutes. */
    private static final double MOST_MEGABYTES_A_MINUTE = 0.3;

    private static final Pattern USED = Pattern.compile("garbage-first heap .*used (\\d+)K");

    private final Random chance = Rig.random();
    private final List<Double> heap = new ArrayList<>();
    private final Stopwatch since = new Stopwatch();

    /** What a minute brings. */
    private interface Trouble {
        void make() throws Exception;
    }

    @Test
    @Timeout(2 * 3600)
    void staysAsItWas() throws Exception {
        int minutes = Integer.getInteger("switchroom.faults.minutes", 20);
        assertTrue(minutes > WARM_MINUTES + 1, "nothing is shown by " + minutes + " minutes");
        callWorks("pbx1");
        int files = ServerProcess.running().fileCount();
        int threads = ServerProcess.running().threadCount();
        long written;
        long refused;
        try (AmiWay way = AmiWay.to("pbx1")) {
            Load load = Load.of(ACTIONS_A_SECOND);
            try (load) {
                minutes(minutes, troubles(way));
            }
            written = load.written();
            refused = load.refused();
        }
        reconnects();
        Load.untilFinal(sql, seconds(120));
        double slope = slope(heap.subList(WARM_MINUTES, heap.size()));
        Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
        measured(
                "%d minutes, %d rows written, %d refused while the database was away; %s; live heap %.0f MB after %d minutes, %.0f at the end,"
                        + " %+.2f MB a minute; threads %+d, files %+d; seed %d",
                minutes,
                written,
                refused,
                verdict.figure(),
                heap.get(WARM_MINUTES),
                WARM_MINUTES,
                heap.get(heap.size() - 1),
                slope,
                ServerProcess.running().threadCount() - threads,
                ServerProcess.running().fileCount() - files,
                Rig.usedSeed());
        assertTrue(slope < MOST_MEGABYTES_A_MINUTE, () -> slope + " MB a minute: " + heap);
    }

    private void minutes(int minutes, Map<String, Trouble> troubles) throws Exception {
        List<String> drawn = new ArrayList<>();
        for (int minute = 1; minute <= minutes; minute++) {
            if (drawn.isEmpty()) {
                drawn.addAll(troubles.keySet());
                Collections.shuffle(drawn, chance);
            }
            String name = drawn.remove(0);
            pause(chance.nextInt(LATEST_FAULT_MILLIS) / 1000.0 + MINUTE * (minute - 1));
            troubles.get(name).make();
            pause(MINUTE * minute);
            heap.add(liveMegabytes());
            LOG.log(Level.INFO, "minute {0}: {1}; live heap {2} MB", minute, name, heap.get(heap.size() - 1));
            try (SqlClient client = SqlClient.own()) {
                assertEquals(
                        List.of(), Load.overdue(client, OVERDUE_SECONDS), "open past their deadline after " + name);
            }
        }
    }

    private Map<String, Trouble> troubles(AmiWay way) {
        Map<String, Trouble> troubles = new TreeMap<>();
        troubles.put("connections to pbx1 reset", () -> way.proxy().rst());
        troubles.put("pbx1 out of reach", () -> {
            way.proxy().blackhole();
            during();
            way.pass();
        });
        troubles.put("pbx2 frozen", () -> {
            Signal.STOP.to(Lab.pid("pbx2"));
            during();
            Signal.CONT.to(Lab.pid("pbx2"));
        });
        troubles.put("pbx2 killed and booted", () -> {
            Lab.kill("pbx2");
            Lab.boot("pbx2");
            Administrator.untilState("pbx2", "UP");
        });
        troubles.put("connections to the database reset", () -> Rig.sql().rst());
        troubles.put("database frozen", () -> {
            Database.freeze();
            during();
            Database.thaw();
        });
        troubles.put("database killed and started", () -> {
            Database.kill();
            Database.start();
        });
        return troubles;
    }

    private void during() {
        pause(since.seconds() + SHORT_SECONDS);
    }

    /** Until so many seconds have passed since the test began. */
    private void pause(double until) {
        org.awaitility.Awaitility.await("its time comes")
                .atMost(seconds(10 * MINUTE))
                .until(() -> since.seconds() >= until);
    }

    /** What is reachable, after a collection. */
    private static double liveMegabytes() {
        String pid = Long.toString(ServerProcess.running().pid());
        Command.run(List.of("jcmd", pid, "GC.run"));
        Matcher used = USED.matcher(Command.run(List.of("jcmd", pid, "GC.heap_info")));
        assertTrue(used.find(), "the heap tells how much is used");
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    /** Of the line that lies nearest to these values, one a minute. */
    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(value -> value).average().orElse(0);
        double with = 0;
        double spread = 0;
        for (int x = 0; x < values.size(); x++) {
            with += (x - middle) * (values.get(x) - mean);
            spread += (x - middle) * (x - middle);
        }
        return with / spread;
    }
}
