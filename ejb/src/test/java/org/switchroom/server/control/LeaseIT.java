package org.switchroom.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.control.RecordedEvent;
import org.switchroom.common.control.TestDatabase;

/** Leases of two nodes over one real database. */
class LeaseIT {
    private final TestDatabase database = TestDatabase.empty();
    private final Node a = new Node("a");
    private final Node b = new Node("b");

    /** A node as far as leases go; its monotonic clock stands still unless the test moves it. */
    private final class Node {
        private final NodeName name;
        private long nanos = 1_000_000_000L;
        private final ServerOwnership ownership = new ServerOwnership(() -> nanos);
        private final RecordedEvent<ServerAcquired> acquired = new RecordedEvent<>();
        private final RecordedEvent<ServerOwned> owned = new RecordedEvent<>();
        private final RecordedEvent<ServerYielded> yielded = new RecordedEvent<>();
        private final ServerDirectory directory = Servers.up("pbx1", "pbx2");
        private final LeaseKeeper keeper;

        Node(String name) {
            this.name = new NodeName(name);
            this.keeper =
                    new LeaseKeeper(database, this.name, directory, ownership, acquired, owned, yielded, () -> nanos);
        }

        void pass(long millis) {
            nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        }
    }

    @BeforeEach
    void addServers() {
        List.of("server_lease_epoch", "server_lease", "application_node", "asterisk_server")
                .forEach(table -> database.run("delete from " + table));
        List.of("pbx1", "pbx2")
                .forEach(
                        name -> database.run("insert into asterisk_server (name, host) values (?, '127.0.0.1')", name));
    }

    @AfterEach
    void close() throws SQLException {
        List.of("server_lease_epoch", "server_lease", "application_node", "asterisk_server")
                .forEach(table -> database.run("delete from " + table));
        database.close();
    }

    @Test
    void givesAServerToTheFirstThatAsksAndToNobodyElseWhileItsLeaseLasts() {
        a.keeper.tick();
        b.keeper.tick();
        a.keeper.tick();

        assertEquals(OptionalLong.of(1), a.ownership.epoch("pbx1"));
        assertEquals(OptionalLong.empty(), b.ownership.epoch("pbx1"));
        assertEquals(2, a.acquired.fired().size());
        assertEquals(List.of(), b.acquired.fired());
        assertEquals("a", database.row("select node from server_lease where server_name = 'pbx1'"));
        assertEquals("2", database.row("select count(*) from application_node"));
    }

    @Test
    void stopsWritingBeforeItsLeaseEnds() {
        a.keeper.tick();

        a.pass(2_499);
        assertTrue(a.ownership.mayWrite("pbx1", 1));
        a.pass(1);
        assertFalse(a.ownership.mayWrite("pbx1", 1));
        assertTrue(a.ownership.holds("pbx1"));
    }

    @Test
    void raisesTheEpochWhenAnotherNodeTakesOver() {
        a.keeper.tick();
        leasesRunOut();

        b.keeper.tick();
        a.keeper.tick();

        assertEquals(OptionalLong.of(2), b.ownership.epoch("pbx1"));
        assertEquals(new ServerAcquired("pbx1", 2, true), b.acquired.fired().get(0));
        assertFalse(a.ownership.holds("pbx1"));
        assertEquals(new ServerYielded("pbx1"), a.yielded.fired().get(0));
        assertEquals(
                List.of("1|a|TAKEN", "2|b|TAKEN"),
                database.rows(
                        "select epoch, node, reason from server_lease_epoch where server_name = 'pbx1' order by 1"));
    }

    @Test
    void goesOnInANewEpochWhenItsOwnLeaseRanOutAndNobodyTookIt() {
        a.keeper.tick();
        leasesRunOut();

        a.keeper.tick();

        assertEquals(OptionalLong.of(2), a.ownership.epoch("pbx1"));
        assertFalse(a.ownership.mayWrite("pbx1", 1));
        assertEquals(List.of(), a.yielded.fired());
        assertEquals(new ServerAcquired("pbx1", 2, false), a.acquired.fired().get(2));
    }

    @Test
    void doesNotTakeAnEarlierLifesLeaseForItsOwn() {
        a.keeper.tick();
        Node reborn = new Node("a");

        reborn.keeper.tick();

        assertFalse(reborn.ownership.holds("pbx1"));
        leasesRunOut();
        reborn.keeper.tick();
        assertEquals(
                new ServerAcquired("pbx1", 2, true), reborn.acquired.fired().get(0));
    }

    @Test
    void changesItsEpochAloneWhenItReconnects() {
        a.keeper.tick();

        a.keeper.renewEpoch("pbx1");
        b.keeper.renewEpoch("pbx1");

        assertEquals(OptionalLong.of(2), a.ownership.epoch("pbx1"));
        assertEquals(OptionalLong.of(1), a.ownership.epoch("pbx2"));
        assertEquals(
                "RECONNECTED",
                database.row("select reason from server_lease_epoch where server_name = 'pbx1' and epoch = 2"));
        assertEquals(new ServerAcquired("pbx1", 2, false), a.acquired.fired().get(2));
    }

    @Test
    void givesBackAtAnOrderlyEndWithoutAnybodyWaiting() {
        a.keeper.tick();

        a.keeper.stop();
        b.keeper.tick();

        assertFalse(a.ownership.holds("pbx1"));
        assertEquals(OptionalLong.of(2), b.ownership.epoch("pbx1"));
        assertEquals("b", database.row("select node from application_node"));
    }

    @Test
    void givesBackWhatIsSwitchedOffAndKeepsItsEpochForTheDayItReturns() {
        a.keeper.tick();
        a.directory.remove("pbx2");
        a.keeper.tick();

        assertFalse(a.ownership.holds("pbx2"));
        database.run("delete from asterisk_server where name = 'pbx2'");
        database.run("insert into asterisk_server (name, host) values ('pbx2', '127.0.0.1')");
        b.keeper.tick();
        assertEquals(OptionalLong.of(2), b.ownership.epoch("pbx2"));
    }

    private void leasesRunOut() {
        database.run("update server_lease set ends_at = utc_timestamp(3)");
    }
}
