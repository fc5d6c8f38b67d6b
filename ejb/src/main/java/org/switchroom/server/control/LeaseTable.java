package org.switchroom.server.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The statements over {@code server_lease}. Each that changes an owner is one guarded update whose row count is checked, and commits by
 * itself: a node that is cut off half way leaves no lock behind that would keep the next owner out. Times are the database's.
 */
final class LeaseTable {
    private static final String SEEN = """
            insert into application_node (holder, node, started_at, seen_at)
            values (?, ?, utc_timestamp(3), utc_timestamp(3))
            on duplicate key update seen_at = utc_timestamp(3)""";

    private static final String FORGET_NODES =
            "delete from application_node where seen_at < utc_timestamp(3) - interval 1 day";

    private static final String MISSING = """
            insert into server_lease (server_name, ends_at)
            select name, utc_timestamp(3) from asterisk_server s
             where not exists (select 1 from server_lease l where l.server_name = s.name)
            on duplicate key update epoch = server_lease.epoch""";

    private static final String RENEW = """
            update server_lease set ends_at = utc_timestamp(3) + interval ? microsecond
             where server_name = ? and holder = ? and epoch = ? and ends_at > utc_timestamp(3)""";

    private static final String FREE = "select server_name, holder from server_lease where ends_at <= utc_timestamp(3)";

    private static final String TAKE = """
            update server_lease
               set epoch = epoch + 1, node = ?, holder = ?, ends_at = utc_timestamp(3) + interval ? microsecond
             where server_name = ? and ends_at <= utc_timestamp(3)""";

    private static final String NEXT = """
            update server_lease set epoch = epoch + 1, ends_at = utc_timestamp(3) + interval ? microsecond
             where server_name = ? and holder = ? and epoch = ?""";

    /** Also what a node that was cut off after taking did not note any more. */
    private static final String NOTE = """
            insert ignore into server_lease_epoch (server_name, epoch, node, holder, begun_at, reason)
            select server_name, epoch, node, holder, utc_timestamp(3), ? from server_lease
             where server_name = ? and holder is not null""";

    private static final String GIVE_BACK = """
            update server_lease set ends_at = utc_timestamp(3), node = null, holder = null
             where server_name = ? and holder = ?""";

    private static final String MINE =
            "select server_name, epoch from server_lease where holder = ? and ends_at > utc_timestamp(3)";

    private static final String LEAVE = "delete from application_node where holder = ?";

    private final Connection connection;
    private final NodeName node;
    private final long termMicros;

    LeaseTable(Connection connection, NodeName node, Duration term) {
        this.connection = connection;
        this.node = node;
        this.termMicros = term.toNanos() / 1_000;
    }

    /** This node lives; rows of nodes that were last seen a day ago go. */
    void seen() throws SQLException {
        update(SEEN, node.holder(), node.name());
        update(FORGET_NODES);
    }

    /** Every server has a row; a server that comes back keeps its epoch. */
    void addMissing() throws SQLException {
        update(MISSING);
    }

    void renew(Map<String, Long> epochs) throws SQLException {
        for (String name : new TreeSet<>(epochs.keySet())) {
            update(RENEW, termMicros, name, node.holder(), epochs.get(name));
        }
    }

    /** Takes those of the wanted whose lease has run out or was given back; returns whether each was our own before. */
    Map<String, LeaseReason> take(Collection<String> wanted) throws SQLException {
        Map<String, LeaseReason> taken = new HashMap<>();
        Map<String, String> free = free();
        for (String name : new TreeSet<>(free.keySet())) {
            if (wanted.contains(name) && update(TAKE, node.name(), node.holder(), termMicros, name) == 1) {
                LeaseReason reason = node.holder().equals(free.get(name)) ? LeaseReason.LAPSED : LeaseReason.TAKEN;
                update(NOTE, reason.name(), name);
                taken.put(name, reason);
            }
        }
        return taken;
    }

    /** A new epoch of our own lease; false if it is not ours any more. */
    boolean next(String serverName, long epoch) throws SQLException {
        boolean done = update(NEXT, termMicros, serverName, node.holder(), epoch) == 1;
        if (done) {
            update(NOTE, LeaseReason.RECONNECTED.name(), serverName);
        }
        return done;
    }

    void giveBack(Collection<String> serverNames) throws SQLException {
        for (String name : new TreeSet<>(serverNames)) {
            update(GIVE_BACK, name, node.holder());
        }
    }

    void leave() throws SQLException {
        update(LEAVE, node.holder());
    }

    /** Our valid leases: epochs by server. */
    Map<String, Long> mine() throws SQLException {
        Map<String, Long> mine = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(MINE)) {
            select.setString(1, node.holder());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    mine.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return mine;
    }

    private Map<String, String> free() throws SQLException {
        Map<String, String> free = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FREE);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                free.put(row.getString(1), row.getString(2));
            }
        }
        return free;
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
