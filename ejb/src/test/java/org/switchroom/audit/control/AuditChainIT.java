package org.switchroom.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;

class AuditChainIT {
    private static final Actor ANNA = new Actor("anna", Actor.Way.PAGE, Optional.of("192.0.2.1"));

    private final TestDatabase database = TestDatabase.empty();
    private final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    private final AuditChain chain = new AuditChain(database, time);

    @BeforeEach
    void begin() {
        Audits.begin(database);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void storesWhoDidWhat() {
        append(AuditEntry.of("campaign", "SALES").before(Map.of("level", "2")).after(Map.of("level", "3")));

        assertEquals(
                "1|anna|PAGE|192.0.2.1|CHANGED|campaign|SALES|{\"level\":[\"2\",\"3\"]}|" + SealedEntry.NO_HASH,
                database.row("select id, actor, way, address, verb, subject, subject_key, changes, previous_hash"
                        + " from audit_entry"));
    }

    @Test
    void eachEntryHoldsTheHashOfTheOneBefore() {
        append(AuditEntry.of("campaign", "A").verb(AuditVerb.ADDED), AuditEntry.of("campaign", "B"));
        append(AuditEntry.of("campaign", "C"));

        assertEquals(
                List.of("2", "3"),
                database.rows("select b.id from audit_entry a join audit_entry b on b.id = a.id + 1"
                        + " where b.previous_hash = a.hash order by b.id"));
        assertEquals(
                database.row("select id, hash from audit_entry where id = 3"),
                database.row("select last_id, last_hash from audit_head"));
    }

    @Test
    void manyAtOnceMakeOneChainWithoutGaps() throws Exception {
        int writers = 6;
        int each = 20;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String key = "W" + writer;
            done.add(pool.submit(() -> {
                for (int i = 0; i < each; i++) {
                    append(AuditEntry.of("campaign", key));
                }
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        pool.shutdown();

        assertEquals("120|1|120", database.row("select count(*), min(id), max(id) from audit_entry"));
        assertEquals(
                "119",
                database.row("select count(*) from audit_entry a join audit_entry b on b.id = a.id + 1"
                        + " where b.previous_hash = a.hash"));
    }

    private void append(AuditEntry... entries) {
        chain.append(List.of(entries).stream()
                .map(entry -> new AuditChain.Deed(ANNA, entry))
                .toList());
    }
}
