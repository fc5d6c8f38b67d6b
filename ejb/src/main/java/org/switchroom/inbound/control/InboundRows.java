package org.switchroom.inbound.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchroom.common.control.SqlTime;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;

/** The rows of the items and of who leads to whom. */
final class InboundRows {
    private static final String COLUMNS =
            "select kind, id, settings, changed_at, changed_by, version from inbound_item";
    private static final String OF_KIND = COLUMNS + " where kind = ? order by id";
    private static final String ALL = COLUMNS + " order by kind, id";

    private static final String LOCK = "select version from inbound_item order by kind, id for update";

    private static final String INSERT =
            "insert into inbound_item (settings, changed_at, changed_by, version, kind, id) values (?, ?, ?, 0, ?, ?)";
    private static final String UPDATE = "update inbound_item set settings = ?, changed_at = ?, changed_by = ?, "
            + "version = version + 1 where kind = ? and id = ? and version = ?";
    private static final String DELETE = "delete from inbound_item where kind = ? and id = ? and version = ?";
    private static final String FORGET = "delete from inbound_reference where from_kind = ? and from_id = ?";
    private static final String REFER =
            "insert into inbound_reference (from_kind, from_id, setting, to_kind, to_id) values (?, ?, ?, ?, ?)";

    private final Connection connection;

    InboundRows(Connection connection) {
        this.connection = connection;
    }

    List<InboundItem> ofKind(InboundKind kind) throws SQLException {
        return read(OF_KIND, kind.name());
    }

    List<InboundItem> all() throws SQLException {
        return read(ALL);
    }

    /**
     * Whoever changes one item reads all of them by this, so that two changes together can't do what neither may do alone. Locks first and
     * reads then: who had to wait for another's locks would not see what that one added before the row at which the waiting began.
     */
    List<InboundItem> allLocked() throws SQLException {
        try (PreparedStatement lock = bound(LOCK);
                ResultSet rows = lock.executeQuery()) {
            return all();
        }
    }

    void insert(InboundItem item) throws SQLException {
        run(
                INSERT,
                SettingsText.of(item.changed()),
                SqlTime.toColumn(item.changedAt()),
                item.changedBy(),
                item.kind().name(),
                item.id());
        refer(item);
    }

    /** Whether the row still had the item's version. */
    boolean update(InboundItem item) throws SQLException {
        boolean updated = 1
                == run(
                        UPDATE,
                        SettingsText.of(item.changed()),
                        SqlTime.toColumn(item.changedAt()),
                        item.changedBy(),
                        item.kind().name(),
                        item.id(),
                        item.version());
        if (updated) {
            forget(item.key());
            refer(item);
        }
        return updated;
    }

    /** Whether the row still had this version. */
    boolean delete(ItemKey key, int version) throws SQLException {
        forget(key);
        return 1 == run(DELETE, key.kind().name(), key.id(), version);
    }

    private void forget(ItemKey key) throws SQLException {
        run(FORGET, key.kind().name(), key.id());
    }

    private void refer(InboundItem item) throws SQLException {
        for (Map.Entry<String, ItemKey> each : item.references().entrySet()) {
            ItemKey to = each.getValue();
            run(REFER, item.kind().name(), item.id(), each.getKey(), to.kind().name(), to.id());
        }
    }

    private List<InboundItem> read(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = bound(sql, values);
                ResultSet row = select.executeQuery()) {
            List<InboundItem> items = new ArrayList<>();
            while (row.next()) {
                items.add(item(row));
            }
            return items;
        }
    }

    private static InboundItem item(ResultSet row) throws SQLException {
        InboundKind kind = InboundKind.valueOf(row.getString("kind"));
        return InboundItem.of(
                new ItemKey(kind, row.getString("id")),
                SettingsText.values(kind, row.getString("settings")),
                SqlTime.get(row, "changed_at"),
                row.getString("changed_by"),
                row.getInt("version"));
    }

    private int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
