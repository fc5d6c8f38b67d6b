package org.switchroom.monitoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.control.Audits;
import org.switchroom.audit.control.ChainPatrol;
import org.switchroom.common.SettableClock;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.RecordedEvent;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.monitoring.entity.Invariant;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.Servers;

/** Each invariant is broken by hand in a real database, and seen. */
class SelfAuditIT {
    private static final String CALL =
            "insert into queued_action (server_name, action, headers, status, stage, uniqueid, %s)"
                    + " values ('pbx1', 'Originate', '{}', ?, null, ?, %s)";

    private final TestDatabase database = TestDatabase.empty();
    private final SettableClock clock = new SettableClock();
    private final DatabaseTime time = new DatabaseTime(clock::monotonicNanos, database.now());
    private final ServerDirectory directory = Servers.up("pbx1");
    private final RecordedEvent<AuditDone> done = new RecordedEvent<>();
    private final MirrorComparison mirror = new MirrorComparison(database, time, directory);
    private final List<String> unbalanced = new ArrayList<>();
    private final EventBalance events = new EventBalance() {
        @Override
        synchronized void sample() {}

        @Override
        synchronized List<String> offenders() {
            return unbalanced;
        }
    };
    private final SelfAudit audit =
            new SelfAudit(database, time, clock, mirror, events, new ChainPatrol(database), done);

    @BeforeEach
    void clear() {
        Audits.begin(database);
        for (String table : List.of("server_lease", "server_lease_epoch", "application_node")) {
            database.run("delete from " + table);
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        call("SUCCEEDED", "swr-1-a", "sent_at, settle_by", "utc_timestamp(3), utc_timestamp(3)");
        call("SENT", "swr-2-b", "sent_at, settle_by", "utc_timestamp(3), utc_timestamp(3) + interval 35 second");
        node("a#1", "utc_timestamp(3)");
        lease("pbx1", 2, "a#1", "utc_timestamp(3) + interval 10 second");
        epoch("pbx1", 1, "utc_timestamp(3) - interval 1 hour");
        epoch("pbx1", 2, "utc_timestamp(3)");
        database.run(channel("1"));
        listed("1");

        audit.run();

        for (Finding finding : audit.findings()) {
            assertEquals(List.of(), finding.offenders(), () -> finding.invariant() + " " + finding.problem());
            assertTrue(finding.isKnown(), finding::problem);
        }
        assertEquals(Invariant.values().length, audit.findings().size());
        assertEquals(1, done.fired().size());
    }

    @Test
    void seesAChannelIdOfTwoOriginates() {
        call("SUCCEEDED", "swr-1-a", "sent_at", "utc_timestamp(3)");
        call("SUCCEEDED", "swr-1-a", "sent_at", "utc_timestamp(3)");

        assertBroken(Invariant.I1, "have the channel id swr-1-a");
    }

    @Test
    void seesAChannelIdOfAnOriginateInHistory() {
        call("SUCCEEDED", "swr-1-a", "sent_at", "utc_timestamp(3)");
        database.run(
                "insert into queued_action_history (id, server_name, action, headers, created_at, expires_at, status,"
                        + " attempt, internal, database_account, uniqueid) values (-7, 'pbx1', 'Originate', '{}',"
                        + " utc_timestamp(3), utc_timestamp(3), 'SUCCEEDED', 1, false, 'x', 'swr-1-a')");

        assertBroken(Invariant.I1, "actions -7 and ");
    }

    @Test
    void seesARowThatIsSentForTooLong() {
        call("SENT", "swr-1-a", "sent_at, settle_by", "utc_timestamp(3), utc_timestamp(3) - interval 11 second");

        assertBroken(Invariant.I2, "on pbx1, sent at");
    }

    @Test
    void seesAnEntryOfTheAuditThatIsGone() {
        database.run("update audit_head set last_id = 1, last_hash = repeat('a', 64)");

        assertBroken(Invariant.I11, "entries 1 to 1 are missing");
    }

    @Test
    void seesAnEpochThatBeganBeforeTheOneBefore() {
        epoch("pbx1", 1, "utc_timestamp(3)");
        epoch("pbx1", 2, "utc_timestamp(3) - interval 1 second");

        assertBroken(Invariant.I3, "pbx1: epoch 2 begun at");
    }

    @Test
    void seesALeaseWhoseEpochWentBack() {
        node("a#1", "utc_timestamp(3)");
        epoch("pbx1", 7, "utc_timestamp(3)");
        lease("pbx1", 6, "a#1", "utc_timestamp(3) + interval 10 second");

        assertBroken(Invariant.I3, "pbx1: its lease says epoch 6, there was 7");
    }

    @Test
    void seesAChannelThatOnlyTheTableHasOnceItLasts() {
        database.run(channel("1"));
        listed();
        audit.run();
        assertFalse(finding(Invariant.I4).isBroken());

        pass(Duration.ofSeconds(11));
        listed();
        audit.tick();

        assertTrue(finding(Invariant.I4).offenders().get(0).contains("channel 1 of pbx1 stands in the table only"));
        assertEquals(2, done.fired().size());

        database.run("delete from live_channel");
        audit.tick();
        assertFalse(finding(Invariant.I4).isBroken());
        assertEquals(3, done.fired().size());
    }

    @Test
    void seesEventsThatDoNotComeOutEven() {
        unbalanced.add("pbx1: 3 are missing");

        assertBroken(Invariant.I12, "pbx1: 3 are missing");
    }

    @Test
    void seesAWaitingRowThatShouldHaveExpired() {
        database.run("insert into queued_action (server_name, action, headers, stage, expires_at)"
                + " values ('pbx1', 'Ping', '{}', 'DUE', utc_timestamp(3) - interval 31 second)");

        assertBroken(Invariant.DEADLINES, "on pbx1 is NEW, its deadline was");
    }

    @Test
    void seesAnUnknownRowThatNobodySettles() {
        call(
                "UNKNOWN",
                "swr-1-a",
                "expires_at, settle_by",
                "utc_timestamp(3) - interval 2 minute, utc_timestamp(3) - interval 31 second");

        assertBroken(Invariant.DEADLINES, "on pbx1 is UNKNOWN, its deadline was");
    }

    @Test
    void seesALeaseOfANodeThatIsNotSeen() {
        node("a#1", "utc_timestamp(3) - interval 31 second");
        lease("pbx1", 1, "a#1", "utc_timestamp(3) + interval 10 second");

        assertBroken(Invariant.LEASES, "pbx1 is held by a#1 until");
    }

    @Test
    void seesALeaseThatNobodyTookOver() {
        node("a#1", "utc_timestamp(3)");
        lease("pbx1", 1, "a#1", "utc_timestamp(3) - interval 31 second");

        assertBroken(Invariant.LEASES, "pbx1 is held by a#1 until");
    }

    @Test
    void namesTwentyOffendersAndSaysThatThereAreMore() {
        for (int i = 0; i < 25; i++) {
            call("SENT", "swr-" + i, "sent_at, settle_by", "utc_timestamp(3), utc_timestamp(3) - interval 1 minute");
        }

        audit.run();

        assertEquals(20, finding(Invariant.I2).offenders().size());
        assertTrue(finding(Invariant.I2).more());
    }

    @Test
    void runsOnceAMinute() {
        audit.tick();
        audit.tick();
        assertEquals(1, done.fired().size());

        pass(Duration.ofSeconds(60));
        audit.tick();

        assertEquals(2, done.fired().size());
    }

    private void assertBroken(Invariant invariant, String part) {
        audit.run();

        Finding finding = finding(invariant);
        assertTrue(finding.isBroken(), () -> invariant + ": " + finding.problem());
        assertTrue(finding.offenders().get(0).contains(part), () -> finding.offenders() + "");
    }

    private Finding finding(Invariant invariant) {
        return audit.findings().stream()
                .filter(finding -> finding.invariant() == invariant)
                .findFirst()
                .orElseThrow();
    }

    private void call(String status, String uniqueid, String columns, String values) {
        database.run(CALL.formatted(columns, values), status, uniqueid);
    }

    private void node(String holder, String seenAt) {
        database.run(
                "insert into application_node (holder, node, started_at, seen_at) values (?, 'a', utc_timestamp(3), "
                        + seenAt + ")",
                holder);
    }

    private void lease(String server, long epoch, String holder, String endsAt) {
        database.run(
                "insert into server_lease (server_name, epoch, node, holder, ends_at) values (?, ?, 'a', ?, " + endsAt
                        + ")",
                server,
                epoch,
                holder);
    }

    private void epoch(String server, long epoch, String begunAt) {
        database.run(
                "insert into server_lease_epoch (server_name, epoch, node, holder, begun_at, reason) values (?, ?,"
                        + " 'a', 'a#1', "
                        + begunAt + ", 'TAKEN')",
                server,
                epoch);
    }

    private static String channel(String uniqueid) {
        return "insert into live_channel (server_name, uniqueid, channel, state, created_at, changed_at) values"
                + " ('pbx1', '"
                + uniqueid + "', 'PJSIP/a', 'Up', utc_timestamp(3), utc_timestamp(3))";
    }

    private void listed(String... uniqueids) {
        mirror.remember(ListedChannels.of("pbx1", time.now(), uniqueids));
    }

    private void pass(Duration duration) {
        clock.advance(duration);
    }
}
