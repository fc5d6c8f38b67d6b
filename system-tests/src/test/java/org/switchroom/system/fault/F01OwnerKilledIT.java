package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Order(301)
@Tag("faults")
@Fault(
        number = "F1",
        property =
                "the owner of a server is killed with 50 actions on their way: nothing lost, nothing twice, the other node takes over",
        promised = "0 lost, 0 double; takeover < 5 s",
        errors = Errors.OF_A_NODE)
class F01OwnerKilledIT extends FaultTest {
    private static final int ROUNDS = 2;
    private static final int ACTIONS = 50;
    private static final int LATEST_MILLIS = 1500;
    private static final double MOST_SECONDS = 5;

    @Test
    @Timeout(900)
    void losesNothingWhenTheOwnerIsKilled() throws Exception {
        Random chance = Rig.random();
        double longest = 0;
        double settled = 0;
        try (TwoNodes nodes = TwoNodes.up()) {
            for (int round = 0; round < ROUNDS; round++) {
                KilledOwner killed = KilledOwner.amidst(nodes, ACTIONS, chance, LATEST_MILLIS, sql);
                longest = Math.max(longest, killed.takenAfter());
                settled = Math.max(settled, killed.settledAfter());
            }
            Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
            measured(
                    "%d kills: %s; longest takeover %.1f s, all settled after %.1f s at most; seed %d",
                    ROUNDS, verdict.figure(), longest, settled, Rig.usedSeed());
        }
        assertTrue(longest < MOST_SECONDS, longest + " s until the other node took over");
    }
}
