package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.Instance;
import org.switchroom.system.SqlClient;

/** Two application servers on one database, each with a way of its own to it. */
final class TwoNodes implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final Node first = Node.first();
    private final Node second;
    private final FaultProxy sqlOfSecond;
    private final SqlClient own;

    private TwoNodes(FaultProxy sqlOfSecond, SqlClient own) {
        this.sqlOfSecond = sqlOfSecond;
        this.second = Node.second(sqlOfSecond.port());
        this.own = own;
    }

    /** Starts the second beside the first, unless it runs already from an earlier test. */
    static TwoNodes up() throws Exception {
        Rig.sql();
        TwoNodes nodes = new TwoNodes(Rig.sqlOfSecond(), SqlClient.own());
        if (!nodes.second.isRunning()) {
            nodes.second.start();
        }
        return nodes;
    }

    /** The node of this name. */
    Node named(String node) {
        return "switchroom-b".equals(node) ? second : first;
    }

    Owner ownerOf(String server) {
        return Owner.of(own, server);
    }

    /** The way of this node to the database. */
    FaultProxy sqlOf(Node node) {
        return node.equals(second) ? sqlOfSecond : Rig.sql();
    }

    /** Waits until each server has an owner that lives. */
    void untilOwned() {
        for (String server : Instance.running().serverNames()) {
            await(server + " is owned")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> ownerOf(server).isCurrent());
        }
    }

    /** Waits until another than this holder owns it. */
    Owner untilTakenFrom(String server, Owner before, Duration most) {
        return await(server + " is taken from " + before)
                .atMost(most)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(
                        () -> ownerOf(server),
                        owner -> owner.isCurrent() && !before.holder().equals(owner.holder()));
    }

    /** Boots a node while something else goes on. */
    static CompletableFuture<Void> booting(Node node) {
        return CompletableFuture.runAsync(node::start)
                .orTimeout(LONGEST.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }

    /** Both run, and each server has an owner. The second is stopped when all tests are over. */
    @Override
    public void close() throws Exception {
        sqlOfSecond.pass();
        Rig.sql().pass();
        for (Node node : new Node[] {first, second}) {
            if (!node.isRunning()) {
                node.start();
            }
        }
        untilOwned();
        own.close();
    }
}
