package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.ami.fake.FaultProxy;

@Order(322)
@Tag("faults")
@Fault(
        number = "F22",
        property = "nodes that know nothing of each other but what the database says: one writer per server",
        promised = "0 double",
        errors = Errors.OF_A_NODE)
class F22TwoNodesIT extends FaultTest {
    private static final int ACTIONS = 100;

    @Test
    @Timeout(500)
    void haveOneWriterPerServer() throws Exception {
        try (TwoNodes nodes = TwoNodes.up()) {
            nodes.untilOwned();
            Burst one = Burst.of("pbx1", ACTIONS / 2, sql);
            Burst two = Burst.of("pbx2", ACTIONS / 2, sql);
            one.untilSettled(sql, seconds(60));
            two.untilSettled(sql, seconds(60));
            one.hangUp();
            two.hangUp();

            List<Map<String, String>> writers = sql.rows(
                    "select server_name, count(distinct node, epoch) n from action_all where id between ? and ? group by server_name",
                    one.ids().get(0),
                    two.ids().get(ACTIONS / 2 - 1));
            Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
            measured("%s; writers: %s", verdict.figure(), writers);
            writers.forEach(server -> assertEquals("1", server.get("n"), writers::toString));
        }
    }

    /** F23: a node that loses the database and still sees the server. */
    @Test
    @Timeout(500)
    void stopWritingBeforeTheirLeaseEndsWhenTheDatabaseIsOutOfReach() throws Exception {
        try (TwoNodes nodes = TwoNodes.up();
                AmiWay way = AmiWay.to("pbx1")) {
            nodes.untilOwned();
            Owner before = nodes.ownerOf("pbx1");
            Node victim = nodes.named(before.node());
            long old = way.proxy().acceptedCount();
            Burst early = Burst.of("pbx1", ACTIONS / 2, sql);
            FaultProxy lost = nodes.sqlOf(victim);
            lost.blackhole();
            long cut = System.nanoTime();
            Owner last = nodes.ownerOf("pbx1");
            long ends = cut + last.left().toNanos();
            Stopwatch since = new Stopwatch();
            double taken;
            try {
                nodes.untilTakenFrom("pbx1", before, seconds(20));
                taken = since.seconds();
                Burst late = Burst.of("pbx1", ACTIONS / 2, sql);
                late.untilSettled(sql, seconds(60));
                early.untilSettled(sql, seconds(60));
            } finally {
                lost.pass();
                lost.rst();
            }
            early.hangUp();
            long lastWrite = way.written().stream()
                    .filter(write -> write.connection() <= old)
                    .mapToLong(AmiWay.Written::atNanos)
                    .max()
                    .orElse(cut);
            Oracle.Verdict verdict = oracle.judge(sql).mustBeClean();
            measured(
                    "F23: %s; last write %.2f s before the lease's end, taken over after %.1f s",
                    verdict.figure(), (ends - lastWrite) / 1e9, taken);
            assertTrue(lastWrite <= ends, "wrote " + (lastWrite - ends) / 1_000_000 + " ms after its lease had ended");
        }
    }
}
