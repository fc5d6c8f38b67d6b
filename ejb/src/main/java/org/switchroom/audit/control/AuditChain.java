package org.switchroom.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;

/**
 * Appends entries. The head row is locked from here to the commit, so that two transactions never continue the same entry and ids have
 * no gaps; a transaction should append as the last thing it does.
 */
@ApplicationScoped
public class AuditChain {
    private static final String LOCK = "select last_id, last_hash from audit_head where id = 1 for update";
    private static final String APPEND = """
            insert into audit_entry (id, at, actor, way, address, verb, subject, subject_key, changes, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;
    private static final String MOVE = "update audit_head set last_id = ?, last_hash = ? where id = 1";

    private record Head(long id, String hash) {}

    /**
     * Who did it.
     *
     * @param entry what was done
     */
    public record Deed(Actor actor, AuditEntry entry) {}

    private final Database database;
    private final DatabaseTime time;

    @Inject
    public AuditChain(Database database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected AuditChain() {
        this(null, null);
    }

    /** Appends in this order, in the caller's transaction. */
    public void append(List<Deed> deeds) {
        database.inCurrentTransaction(connection -> {
            Head head = lockedHead(connection);
            try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
                for (Deed deed : deeds) {
                    head = add(insert, head, deed);
                }
                insert.executeBatch();
            }
            move(connection, head);
            return deeds.size();
        });
    }

    private static Head lockedHead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("audit_head has no row, so nothing can be appended");
            }
            return new Head(row.getLong("last_id"), row.getString("last_hash"));
        }
    }

    private Head add(PreparedStatement insert, Head head, Deed deed) throws SQLException {
        Actor actor = deed.actor();
        AuditEntry entry = deed.entry();
        SealedEntry sealed = new SealedEntry(
                head.id() + 1,
                time.now().truncatedTo(ChronoUnit.MILLIS),
                actor.name(),
                actor.way().name(),
                actor.address().orElse(null),
                entry.verb().name(),
                entry.subject(),
                entry.key(),
                ChangesText.of(entry.changes()));
        String hash = sealed.hashAfter(head.hash());
        bind(insert, sealed);
        insert.setString(10, head.hash());
        insert.setString(11, hash);
        insert.addBatch();
        return new Head(sealed.id(), hash);
    }

    private static void bind(PreparedStatement insert, SealedEntry sealed) throws SQLException {
        insert.setLong(1, sealed.id());
        SqlTime.set(insert, 2, sealed.at());
        insert.setString(3, sealed.actor());
        insert.setString(4, sealed.way());
        insert.setString(5, sealed.address());
        insert.setString(6, sealed.verb());
        insert.setString(7, sealed.subject());
        insert.setString(8, sealed.key());
        insert.setString(9, sealed.changes());
    }

    private static void move(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setLong(1, head.id());
            update.setString(2, head.hash());
            update.executeUpdate();
        }
    }
}
