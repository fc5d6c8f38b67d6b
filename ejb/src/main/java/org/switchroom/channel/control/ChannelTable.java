package org.switchroom.channel.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.common.control.SqlTime;

/** The statements of table live_channel: only what changed is written, in batches. */
final class ChannelTable {
    private static final String UPSERT = """
            insert into live_channel (server_name, uniqueid, channel, linkedid, state, caller_id_num, caller_id_name, connected_num,
              connected_name, context, exten, application, account_code, bridge_id, created_at, changed_at, stale_since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update channel = values(channel), linkedid = values(linkedid), state = values(state),
              caller_id_num = values(caller_id_num), caller_id_name = values(caller_id_name), connected_num = values(connected_num),
              connected_name = values(connected_name), context = values(context), exten = values(exten),
              application = values(application), account_code = values(account_code), bridge_id = values(bridge_id),
              changed_at = values(changed_at), stale_since = values(stale_since)""";

    private static final String DELETE = "delete from live_channel where server_name = ? and uniqueid in (%s)";

    /** So many go with one statement. */
    private static final int DELETED_TOGETHER = 100;

    private ChannelTable() {}

    static void write(Connection connection, String serverName, Map<String, Optional<Channel>> changes)
            throws SQLException {
        List<String> gone = new ArrayList<>();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<String, Optional<Channel>> change : changes.entrySet()) {
                if (change.getValue().isPresent()) {
                    bind(upsert, serverName, change.getValue().get());
                    upsert.addBatch();
                } else {
                    gone.add(change.getKey());
                }
            }
            upsert.executeBatch();
        }
        for (int from = 0; from < gone.size(); from += DELETED_TOGETHER) {
            delete(connection, serverName, gone.subList(from, Math.min(from + DELETED_TOGETHER, gone.size())));
        }
    }

    private static void delete(Connection connection, String serverName, List<String> uniqueids) throws SQLException {
        String places = "?" + ", ?".repeat(uniqueids.size() - 1);
        try (PreparedStatement delete = connection.prepareStatement(DELETE.formatted(places))) {
            delete.setString(1, serverName);
            for (int i = 0; i < uniqueids.size(); i++) {
                delete.setString(i + 2, uniqueids.get(i));
            }
            delete.executeUpdate();
        }
    }

    /** All rows of a server. */
    static List<Channel> read(Connection connection, String serverName) throws SQLException {
        List<Channel> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from live_channel where server_name = ?")) {
            select.setString(1, serverName);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(channel(row));
                }
            }
        }
        return rows;
    }

    /** Of which channels of a server there are rows. */
    static List<String> uniqueids(Connection connection, String serverName) throws SQLException {
        List<String> uniqueids = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select uniqueid from live_channel where server_name = ?")) {
            select.setString(1, serverName);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    uniqueids.add(row.getString(1));
                }
            }
        }
        return uniqueids;
    }

    /** The row of this name or uniqueid. */
    static Optional<Channel> find(Connection connection, String serverName, String channelOrUniqueid)
            throws SQLException {
        return read(connection, serverName).stream()
                .filter(row -> row.uniqueid().equals(channelOrUniqueid)
                        || row.channel().equals(channelOrUniqueid))
                .findFirst();
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                row.getString("uniqueid"),
                row.getString("channel"),
                row.getString("linkedid"),
                row.getString("state"),
                row.getString("caller_id_num"),
                row.getString("caller_id_name"),
                row.getString("connected_num"),
                row.getString("connected_name"),
                row.getString("context"),
                row.getString("exten"),
                row.getString("application"),
                row.getString("account_code"),
                row.getString("bridge_id"),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "changed_at"),
                SqlTime.get(row, "stale_since"));
    }

    private static void bind(PreparedStatement upsert, String serverName, Channel channel) throws SQLException {
        upsert.setString(1, serverName);
        upsert.setString(2, channel.uniqueid());
        upsert.setString(3, channel.channel());
        upsert.setString(4, channel.linkedid());
        upsert.setString(5, channel.state());
        upsert.setString(6, channel.callerIdNum());
        upsert.setString(7, channel.callerIdName());
        upsert.setString(8, channel.connectedNum());
        upsert.setString(9, channel.connectedName());
        upsert.setString(10, channel.context());
        upsert.setString(11, channel.exten());
        upsert.setString(12, channel.application());
        upsert.setString(13, channel.accountCode());
        upsert.setString(14, channel.bridgeId());
        SqlTime.set(upsert, 15, channel.createdAt());
        SqlTime.set(upsert, 16, channel.changedAt());
        SqlTime.set(upsert, 17, channel.staleSince());
    }
}
