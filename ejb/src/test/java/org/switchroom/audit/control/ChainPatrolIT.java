package org.switchroom.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.ChainReport;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;

/** Somebody with the database's password changes what is past, and is seen. */
class ChainPatrolIT {
    private final TestDatabase database = TestDatabase.empty();
    private final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    private final AuditChain chain = new AuditChain(database, time);
    private final ChainPatrol patrol = new ChainPatrol(database);

    @BeforeEach
    void begin() {
        Audits.begin(database);
        append(3);
    }

    @AfterEach
    void close() throws SQLException {
        Audits.begin(database);
        database.close();
    }

    @Test
    void findsNothingInAChainThatNobodyTouched() {
        ChainReport report = patrol.whole();

        assertTrue(report.isWhole(), () -> report.breaks().toString());
        assertEquals(3, report.checkedCount());
        assertEquals(database.row("select last_hash from audit_head"), report.lastHash());
    }

    @Test
    void anEmptyChainIsWhole() {
        Audits.begin(database);

        assertEquals(new ChainReport(0, 0, SealedEntry.NO_HASH, List.of()), patrol.whole());
    }

    @Test
    void seesAnEntryThatWasChanged() {
        for (String column : List.of("actor", "address", "subject", "subject_key", "changes", "verb", "way")) {
            Audits.begin(database);
            append(3);
            database.run("update audit_entry set " + column + " = 'X' where id = 2");

            assertEquals(List.of("entry 2 was changed"), patrol.whole().breaks(), column);
        }
    }

    @Test
    void seesATimeThatWasChanged() {
        database.run("update audit_entry set at = at + interval 1 second where id = 2");

        assertEquals(List.of("entry 2 was changed"), patrol.whole().breaks());
    }

    @Test
    void seesAnEntryThatIsGone() {
        database.run("delete from audit_entry where id = 2");

        assertEquals(List.of("entries 2 to 2 are missing"), patrol.whole().breaks());
    }

    @Test
    void seesAnEndThatIsGone() {
        database.run("delete from audit_entry where id > 1");

        assertEquals(
                List.of("entries 2 to 3 are missing at the end"), patrol.whole().breaks());
    }

    @Test
    void seesAnEntryThatWasSealedAnewByItself() {
        database.run("update audit_entry set changes = '{}', hash = '"
                + new SealedEntry(2, time.now(), "x", "PAGE", null, "CHANGED", "s", "k", "{}").hashAfter("0")
                + "' where id = 2");

        assertEquals(
                List.of("entry 2 was changed", "entry 3 does not follow the one before it"),
                patrol.whole().breaks());
    }

    @Test
    void roundsLookAtWhatIsOldAndAtWhatIsNew() {
        assertEquals(List.of(), patrol.round());
        append(2);
        database.run("update audit_entry set actor = 'X' where id in (1, 5)");

        List<String> breaks = patrol.round();

        assertEquals(
                List.of("entry 1 was changed", "entry 5 was changed"),
                breaks.stream().sorted().toList());
        assertEquals(breaks, patrol.round());
    }

    @Test
    void roundsAreWellAgainWhenTheEntryIs() {
        patrol.round();
        String actor = database.row("select actor from audit_entry where id = 2");
        database.run("update audit_entry set actor = 'X' where id = 2");
        assertEquals(1, patrol.round().size());

        database.run("update audit_entry set actor = ? where id = 2", actor);

        assertEquals(List.of(), patrol.round());
    }

    private void append(int count) {
        Actor anna = new Actor("anna", Actor.Way.PAGE, Optional.of("192.0.2.1"));
        AuditEntry entry = AuditEntry.of("campaign", "SALES").after(Map.of("name", "\u00e4\uD83D\uDE00\r\n<b>"));
        chain.append(IntStream.range(0, count)
                .mapToObj(i -> new AuditChain.Deed(anna, entry))
                .toList());
    }
}
