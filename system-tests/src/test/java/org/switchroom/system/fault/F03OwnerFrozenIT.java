package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.Lab;

@Order(303)
@Tag("faults")
@Fault(
        number = "F3",
        property =
                "the owner is frozen for 20 s and goes on: it writes nothing with its old epoch; its sockets stand in nobody's way (F10)",
        promised = "0 stale writes on the wire; takeover < 5 s",
        errors = Errors.OF_A_NODE)
class F03OwnerFrozenIT extends FaultTest {
    private static final int FROZEN_SECONDS = 20;
    private static final int ACTIONS = 30;
    private static final double MOST_SECONDS = 5;

    @Test
    @Timeout(600)
    void writesNothingWithAnEpochThatIsOver() throws Exception {
        try (TwoNodes nodes = TwoNodes.up();
                AmiWay way = AmiWay.to("pbx1")) {
            nodes.untilOwned();
            Owner before = nodes.ownerOf("pbx1");
            Node victim = nodes.named(before.node());
            Burst early = Burst.of("pbx1", ACTIONS, sql);
            victim.freeze();
            Stopwatch frozen = new Stopwatch();
            long old = way.proxy().acceptedCount();
            double taken;
            Burst late;
            List<String> signedIn;
            try {
                Owner after = nodes.untilTakenFrom("pbx1", before, seconds(20));
                taken = frozen.seconds();
                assertTrue(after.epoch() > before.epoch(), before + " " + after);
                late = Burst.of("pbx1", ACTIONS, sql);
                late.untilSettled(sql, seconds(40));
                signedIn = Lab.logins("pbx1");
                sleptFor(frozen);
            } finally {
                victim.thaw();
            }
            Burst last = Burst.of("pbx1", ACTIONS, sql);
            last.untilSettled(sql, seconds(60));
            early.untilSettled(sql, seconds(60));
            last.hangUp();

            long stale = stale(way, old, early.ids().get(ACTIONS - 1));
            Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
            measured(
                    "%s; taken over after %.1f s beside the sessions %s; %d stale writes",
                    verdict.figure(), taken, signedIn, stale);
            assertEquals(0, stale, "writes of rows that came after the freeze on connections from before it");
            assertTrue(taken < MOST_SECONDS, taken + " s until the other node took over");
        }
    }

    private static void sleptFor(Stopwatch frozen) {
        Awaitility.await("the rest of its sleep").atMost(seconds(90)).until(() -> frozen.seconds() > FROZEN_SECONDS);
    }

    /** Writes of rows that came after this one, on connections that were there before the freeze. */
    private static long stale(AmiWay way, long connections, long row) {
        return way.written().stream()
                .filter(write -> write.connection() <= connections)
                .filter(write -> write.row() > row)
                .count();
    }
}
