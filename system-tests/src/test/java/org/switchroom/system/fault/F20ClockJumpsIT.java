package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Administrator;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(220)
@Tag("faults")
@Fault(
        number = "F20",
        property =
                "the wall clock of a node jumps by an hour: what is due and what is too late is the database's to say",
        promised = "0 negative durations, 0 late, 0 double")
class F20ClockJumpsIT extends FaultTest {
    private static final int DUE_SECONDS = 4;

    @Test
    @Timeout(500)
    void sendsInTimeWhateverTheNodesClockSays() throws Exception {
        Path library = library();
        Path offset = Files.createTempFile("switchroom-clock", ".txt");
        Files.writeString(offset, "+0");
        Node node = Node.first();
        node.stop();
        node.start(Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString()));
        try {
            Administrator.untilState("pbx1", "UP");
            callWorks("pbx1");
            for (String jump : List.of("+1h", "-1h", "+0")) {
                Files.writeString(offset, jump);
                isInTime();
                callWorks("pbx1");
            }
            String odd = oddTimes();
            measured("jumps +1 h, -2 h, +1 h: %s rows with odd times", odd);
            assertEquals("0", odd);
            oracle.judge(sql).mustBeClean();
        } finally {
            node.stop();
            node.start();
            Files.delete(offset);
        }
        Administrator.untilState("pbx1", "UP");
        Administrator.untilState("pbx2", "UP");
    }

    private String oddTimes() {
        return sql.rows("select count(*) n from action_all where sent_at < created_at or responded_at < sent_at"
                        + " or finished_at < sent_at or sent_at > expires_at or sent_at < not_before")
                .get(0)
                .get("n");
    }

    /** A row for later goes when it is due and not before; one that is too late never goes. */
    private void isInTime() throws Exception {
        NewAction ping = NewAction.of("Ping");
        long due = sql.insert(
                "server_name, action, headers, not_before",
                "pbx1",
                ping.action(),
                ping.headersText(),
                utc(DUE_SECONDS));
        long late = sql.insert(
                "server_name, action, headers, not_before, expires_at",
                "pbx1",
                ping.action(),
                ping.headersText(),
                utc(-60),
                utc(-1));

        assertEquals("EXPIRED", Waiting.untilFinal(sql, late).status());
        ActionRow row = Waiting.untilFinal(sql, due);
        assertEquals("SUCCEEDED", row.status(), row::toString);
        assertTrue(row.columns().get("sent_at").compareTo(row.columns().get("not_before")) >= 0, row::toString);
    }

    private static Path library() throws Exception {
        try (Stream<Path> files =
                Files.find(Path.of("/usr/lib"), 4, (path, kind) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return files.findFirst().orElseThrow(() -> new IllegalStateException("libfaketime is not installed"));
        }
    }
}
