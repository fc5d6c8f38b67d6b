package org.switchroom.system.fault;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.switchroom.system.SqlClient;

/**
 * One node of two is killed while it owns pbx1 and sends a burst; it is booted again in the end.
 *
 * @param takenAfter seconds from the kill until the other node owned the server
 * @param settledAfter seconds from the kill until every row of the burst was final
 */
record KilledOwner(double takenAfter, double settledAfter) {
    private static final int MOST_TO_TAKE = 20;
    private static final int MOST_TO_SETTLE = 60;

    /** @param latestMillis the kill comes by chance, at most so long after the first row */
    static KilledOwner amidst(TwoNodes nodes, int actions, Random chance, int latestMillis, SqlClient sql)
            throws Exception {
        nodes.untilOwned();
        Owner before = nodes.ownerOf("pbx1");
        Node victim = nodes.named(before.node());
        CompletableFuture<Void> kill = Burst.later(chance.nextInt(latestMillis), victim::kill);
        Burst burst = Burst.of("pbx1", actions, sql);
        kill.join();
        Stopwatch killed = new Stopwatch();
        nodes.untilTakenFrom("pbx1", before, FaultTest.seconds(MOST_TO_TAKE));
        double taken = killed.seconds();
        burst.untilSettled(sql, FaultTest.seconds(MOST_TO_SETTLE));
        double settled = killed.seconds();
        CompletableFuture<Void> boot = TwoNodes.booting(victim);
        burst.hangUp();
        boot.join();
        return new KilledOwner(taken, settled);
    }
}
