package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.Administrator;

@Order(302)
@Tag("faults")
@Fault(
        number = "F2",
        property =
                "the owner is killed when its write is on the wire and no response is stored: settled by evidence, the phone rings once",
        promised = "100 % settled < 10 s, 0 double",
        errors = Errors.OF_A_NODE)
class F02KilledAfterWriteIT extends FaultTest {
    private static final int ACTIONS = 5;
    private static final double MOST_SECONDS = 10;

    @Test
    @Timeout(600)
    void settlesWhatWasWrittenByEvidence() throws Exception {
        try (TwoNodes nodes = TwoNodes.up();
                AmiWay way = AmiWay.to("pbx1")) {
            nodes.untilOwned();
            Owner before = nodes.ownerOf("pbx1");
            Node victim = nodes.named(before.node());
            AtomicBoolean dead = new AtomicBoolean();
            way.proxy().filter((connection, direction, piece) -> {
                byte[] passed = way.note(connection, direction, piece);
                if (direction == FaultProxy.Way.TO_SERVER
                        && new String(piece, StandardCharsets.ISO_8859_1).contains("Action: Originate")
                        && dead.compareAndSet(false, true)) {
                    Signal.KILL.to(victim.process().pid());
                }
                return passed;
            });
            Burst burst = Burst.of("pbx1", ACTIONS, sql);
            Stopwatch killed = new Stopwatch();
            nodes.untilTakenFrom("pbx1", before, seconds(20));
            double taken = killed.seconds();
            burst.untilSettled(sql, seconds(60));
            double settled = killed.seconds();
            CompletableFuture<Void> boot = TwoNodes.booting(victim);
            burst.hangUp();
            Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
            measured("%s; taken over %.1f s, all settled %.1f s after the write", verdict.figure(), taken, settled);
            assertTrue(dead.get(), "an Originate was seen");
            assertTrue(settled < MOST_SECONDS, settled + " s until all was settled");
            boot.join();
            way.pass();
            Administrator.untilState("pbx1", "UP");
        }
    }
}
