package org.switchroom.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
