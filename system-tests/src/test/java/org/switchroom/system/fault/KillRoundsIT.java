package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** So many kills as the command line says, of a node or of the connections, at moments that chance and its seed decide. */
@Order(400)
@Tag("kill-rounds")
@Fault(
        number = "F1",
        property =
                "random kills: for each of a node four of all connections to the server, 50 actions on their way each time",
        promised = "0 lost, 0 double, 100 % settled; takeover < 5 s",
        errors = Errors.OF_A_NODE)
class KillRoundsIT extends FaultTest {
    private static final Logger LOG = System.getLogger(KillRoundsIT.class.getName());
    private static final int ACTIONS = 50;
    private static final int LATEST_MILLIS = 1500;
    private static final int CONNECTION_KILLS = 4;
    private static final double MOST_SECONDS = 5;
    private final Random chance = Rig.random();
    private double longest;
    private double settled;
    private int unconfirmed;

    @Test
    @Timeout(4 * 3600)
    void loseNothing() throws Exception {
        int rounds = Integer.getInteger("switchroom.faults.rounds", 1);
        assertTrue(rounds > 0, "nothing is shown by " + rounds + " rounds");
        try (TwoNodes nodes = TwoNodes.up();
                AmiWay way = AmiWay.to("pbx1")) {
            for (int round = 1; round <= rounds; round++) {
                for (int i = 0; i < CONNECTION_KILLS; i++) {
                    cutConnections(way);
                }
                killNode(nodes);
                LOG.log(Level.INFO, "round {0} of {1}, longest takeover {2} s", round, rounds, longest);
            }
            measured(
                    "%d node kills, %d connection kills, %d actions each: 0 lost, 0 doubled, %d not confirmed; longest takeover %.1f s,"
                            + " all settled after %.1f s at most; seed %d",
                    rounds, rounds * CONNECTION_KILLS, ACTIONS, unconfirmed, longest, settled, Rig.usedSeed());
        }
        assertTrue(longest < MOST_SECONDS, longest + " s until the other node took over");
    }

    private void cutConnections(AmiWay way) throws Exception {
        Oracle truth = Oracle.fromNow(sql);
        CompletableFuture<Void> cut =
                Burst.later(chance.nextInt(LATEST_MILLIS), () -> way.proxy().rst());
        Burst burst = Burst.of("pbx1", ACTIONS, sql);
        cut.join();
        burst.untilSettled(sql, seconds(60));
        burst.hangUp();
        judge(truth);
    }

    private void killNode(TwoNodes nodes) throws Exception {
        Oracle truth = Oracle.fromNow(sql);
        KilledOwner killed = KilledOwner.amidst(nodes, ACTIONS, chance, LATEST_MILLIS, sql);
        longest = Math.max(longest, killed.takenAfter());
        settled = Math.max(settled, killed.settledAfter());
        judge(truth);
    }

    private void judge(Oracle truth) {
        Oracle.Verdict verdict = truth.judge(sql).mustBeClean();
        assertEquals(ACTIONS, verdict.rows(), verdict::toString);
        unconfirmed += verdict.notConfirmed().size();
    }
}
