package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
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
                nodes.untilOwned();
                Owner before = nodes.ownerOf("pbx1");
                Node victim = nodes.named(before.node());
                CompletableFuture<Void> kill = Burst.later(chance.nextInt(LATEST_MILLIS), victim::kill);
                Burst burst = Burst.of("pbx1", ACTIONS, sql);
                kill.join();
                Stopwatch killed = new Stopwatch();
                nodes.untilTakenFrom("pbx1", before, seconds(20));
                longest = Math.max(longest, killed.seconds());
                burst.untilSettled(sql, seconds(60));
                settled = Math.max(settled, killed.seconds());
                CompletableFuture<Void> boot = TwoNodes.booting(victim);
                burst.hangUp();
                boot.join();
            }
            Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
            measured(
                    "%d kills: %s; longest takeover %.1f s, all settled after %.1f s at most; seed %d",
                    ROUNDS, verdict.figure(), longest, settled, Rig.usedSeed());
        }
        assertTrue(longest < MOST_SECONDS, longest + " s until the other node took over");
    }
}
