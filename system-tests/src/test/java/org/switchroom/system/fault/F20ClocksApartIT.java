package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Order(323)
@Tag("faults")
@Fault(
        number = "F20",
        property = "two nodes whose clocks are 5 s apart agree on what is due and on who owns a server",
        promised = "0 negative durations, 0 late, 0 double",
        errors = Errors.OF_A_NODE)
class F20ClocksApartIT extends FaultTest {
    private static final int ACTIONS = 40;

    /** The owner is killed with calls in flight; then the next owner is, so that each way over the 5 s is gone once. */
    @Test
    @Timeout(900)
    void takeOverFromEachOtherInTime() throws Exception {
        Timeliness rows = new Timeliness(sql);
        try (TwoNodes nodes = TwoNodes.up();
                WallClock ahead = WallClock.of(nodes.named("switchroom-b"), "+5s")) {
            for (int round = 1; round <= 2; round++) {
                nodes.untilOwned();
                Owner before = nodes.ownerOf("pbx1");
                Burst burst = Burst.of("pbx1", ACTIONS, sql);
                nodes.named(before.node()).kill();
                Stopwatch since = new Stopwatch();
                Owner after = nodes.untilTakenFrom("pbx1", before, seconds(20));
                double taken = since.seconds();
                burst.untilSettled(sql, seconds(60));
                rows.holds("pbx1");
                burst.hangUp();
                areOver(burst.ids());
                measured("%s took over from %s after %.1f s", after.node(), before.node(), taken);
                start(nodes.named(before.node()), ahead, before.node());
            }
            measured(
                    "%d rows with odd times, %s",
                    rows.oddCount(), oracle.judge(sql).mustBeClean().figure());
            assertEquals(0, rows.oddCount());
        }
    }

    private static void start(Node killed, WallClock ahead, String node) throws Exception {
        if (node.equals("switchroom-b")) {
            ahead.start();
        } else {
            killed.start();
        }
    }
}
