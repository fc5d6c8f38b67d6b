package org.switchroom.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.control.AuditChain;
import org.switchroom.audit.control.Audits;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditFilter;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.common.control.TestEntities;

class AuditTrailIT {
    private final TestDatabase database = TestDatabase.empty();
    private final TestEntities entities = new TestEntities(AuditRecord.class);
    private final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    private final AuditTrail trail = new AuditTrail();

    @BeforeEach
    void threeEntries() {
        Audits.begin(database);
        trail.entities = entities.manager();
        did("anna", "campaign", "SALES");
        did("bert", "campaign", "OTHER");
        did("anna", "lead_list", "7");
    }

    @AfterEach
    void close() throws SQLException {
        entities.close();
        Audits.begin(database);
        database.close();
    }

    @Test
    void newestComeFirstAndAPageGoesOnBelowItsLast() {
        assertEquals(List.of(3L, 2L), ids(trail.list(AuditFilter.ALL, Long.MAX_VALUE, 2)));
        did("carl", "campaign", "NEW");
        assertEquals(List.of(1L), ids(trail.list(AuditFilter.ALL, 2, 2)));
    }

    @Test
    void findsByWhoWhatAndWhen() {
        assertEquals(List.of(3L, 1L), ids(list(Optional.of("anna"), Optional.empty(), Optional.empty())));
        assertEquals(List.of(2L, 1L), ids(list(Optional.empty(), Optional.of("campaign"), Optional.empty())));
        assertEquals(
                List.of(),
                ids(list(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(time.now().plusSeconds(60)))));
        assertEquals(1L, trail.latest("campaign", "SALES").orElseThrow().getId());
        assertEquals(List.of("campaign", "lead_list"), trail.subjects());
    }

    @Test
    void anEntryIsReadAsItWasWritten() {
        AuditRecord record = trail.find(2).orElseThrow();

        assertEquals("{\"name\":[null,\"x\"]}", record.getChanges());
        assertEquals(Optional.of("192.0.2.1"), record.address());
        assertEquals(Actor.Way.API, record.getWay());
    }

    @Test
    void whatIsSeldomTouchedIsFoundWithoutWalkingThroughTheChain() {
        for (int first = 4; first < 5_000; first += 900) {
            fill(first, 900);
        }
        database.rows("analyze table audit_entry");

        assertExamined(1, () -> trail.latest("campaign", "SALES"));
        assertExamined(2, () -> trail.list(by("anna"), Long.MAX_VALUE, 50));
        assertExamined(1, () -> trail.list(by("anna"), 3, 50));
        assertExamined(50, () -> trail.list(by("carl"), 3_000, 50));
    }

    /** Entries about other things by carl, made by the database itself; they hold no chain. */
    private void fill(int first, int count) {
        database.run("""
                insert into audit_entry (id, at, actor, way, verb, subject, subject_key, changes, previous_hash, hash)
                with recursive number (n) as (select %d union all select n + 1 from number where n < %d)
                select n, utc_timestamp(3), 'carl', 'PAGE', 'CHANGED', 'call_lead', n, '{}', repeat('0', 64), repeat('0', 64)
                  from number\
                """.formatted(first, first + count - 1));
    }

    private static AuditFilter by(String actor) {
        return new AuditFilter(
                Optional.of(actor), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The server read no more than was found and a step or two to it, by its own session counters. */
    private void assertExamined(int found, Runnable work) {
        int examined = entities.in(() -> {
            int before = rowsRead();
            work.run();
            return rowsRead() - before;
        });
        assertTrue(examined >= found && examined <= found + 3, "examined " + examined);
    }

    private int rowsRead() {
        return entities.manager().unwrap(Session.class).doReturningWork(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet counters = statement.executeQuery("show session status where Variable_name in"
                            + " ('Handler_read_key', 'Handler_read_next', 'Handler_read_prev', 'Handler_read_last')")) {
                int sum = 0;
                while (counters.next()) {
                    sum += counters.getInt(2);
                }
                return sum;
            }
        });
    }

    private List<AuditRecord> list(Optional<String> actor, Optional<String> subject, Optional<Instant> from) {
        return trail.list(
                new AuditFilter(actor, subject, Optional.empty(), from, Optional.empty()), Long.MAX_VALUE, 10);
    }

    private static List<Long> ids(List<AuditRecord> records) {
        return records.stream().map(AuditRecord::getId).toList();
    }

    private void did(String who, String subject, String key) {
        Actor actor = new Actor(who, Actor.Way.API, Optional.of("192.0.2.1"));
        AuditEntry entry = AuditEntry.of(subject, key).after(Map.of("name", "x"));
        new AuditChain(database, time).append(List.of(new AuditChain.Deed(actor, entry)));
    }
}
