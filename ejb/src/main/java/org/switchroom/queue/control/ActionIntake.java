package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.common.control.SqlTime;
import org.switchroom.server.control.NodeName;

/**
 * Takes in rows that foreign SQL clients inserted: each is checked once, within a second of its arrival whether its server is up or
 * not, and becomes due, waits for its time, or fails with a reason. A bad row blocks nobody.
 */
@ApplicationScoped
public class ActionIntake {
    private static final int GROUP = 200;

    private static final String SELECT = """
            select id, server_name, action, headers, priority, internal, idempotency_key, submitted_by, database_account, created_at,
                   not_before > utc_timestamp(3) as early
              from queued_action force index (ix_queued_action_arrived) where arrived is not null order by arrived, id limit ?
               for update skip locked""";

    /** Rows accepted by one statement; places left over repeat the last row. */
    private static final int ACCEPTED_TOGETHER = 50;

    private static final String ACCEPT =
            "update queued_action set stage = ?, submitted_by = ?, trunk = ? where status = 'NEW' and id in ("
                    + "?, ".repeat(ACCEPTED_TOGETHER - 1) + "?)";

    private static final String ACCOUNTS = """
            select database_account, min(name) as name from user_account
             where database_account is not null and enabled group by database_account""";

    /** What rows have in common that are accepted by one statement. */
    private record Accepted(String stage, String submittedBy, String trunk) {}

    private static final String END_WAITING = """
            update queued_action set stage = 'DUE'
             where waits_until <= utc_timestamp(3) order by waits_until limit 1000""";

    private final QueueStore store;
    private final ArrivalCheck check;
    private final NodeName node;

    @Inject
    ActionIntake(QueueStore store, ArrivalCheck check, NodeName node) {
        this.store = store;
        this.check = check;
        this.node = node;
    }

    /** For the container's proxy only. */
    protected ActionIntake() {
        this(null, null, null);
    }

    /**
     * Takes in up to 200 rows, the most urgent first.
     *
     * @return whether there may be more
     */
    public boolean takeIn() {
        return store.change(this::takeInGroup).size() == GROUP;
    }

    /** Rows whose not_before has come are due now. */
    void endWaiting() {
        store.change(connection -> {
            try (PreparedStatement update = connection.prepareStatement(END_WAITING)) {
                update.executeUpdate();
            }
            return List.of();
        });
    }

    private List<Long> takeInGroup(Connection connection) throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        for (ArrivedAction action : select(connection)) {
            if (!check.isTooEarly(connection, action)) {
                arrived.add(action);
            }
        }
        List<Long> ids = arrived.stream().map(ArrivedAction::id).toList();
        Map<Long, Instant> createdAt = new LinkedHashMap<>();
        arrived.forEach(action -> createdAt.put(action.id(), action.createdAt()));
        ActionRows.noteArrival(connection, createdAt);
        Map<String, String> accounts = accounts(connection);
        List<ActionMove> moves = new ArrayList<>();
        Map<Accepted, List<Long>> accepted = new LinkedHashMap<>();
        for (ArrivedAction action : arrived) {
            ArrivalCheck.Judgement judgement = check.check(connection, action);
            moves.addAll(judgement.ending());
            judgement
                    .trunk()
                    .ifPresent(trunk -> accepted.computeIfAbsent(
                                    accepted(action, accounts, trunk), key -> new ArrayList<>())
                            .add(action.id()));
        }
        accept(connection, accepted);
        ActionRows.change(connection, node.name(), moves);
        return ids;
    }

    /** A row counts as the account that its database account is mapped to, else as what it says, else as SQL's. */
    private static Accepted accepted(ArrivedAction action, Map<String, String> accounts, String trunk) {
        String said = action.submittedBy() == null ? "sql" : action.submittedBy();
        return new Accepted(
                action.early() ? "WAITING" : "DUE", accounts.getOrDefault(action.accountName(), said), trunk);
    }

    private static void accept(Connection connection, Map<Accepted, List<Long>> accepted) throws SQLException {
        try (PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
            for (Map.Entry<Accepted, List<Long>> rows : accepted.entrySet()) {
                accept.setString(1, rows.getKey().stage());
                accept.setString(2, rows.getKey().submittedBy());
                accept.setString(3, rows.getKey().trunk());
                List<Long> ids = rows.getValue();
                for (int from = 0; from < ids.size(); from += ACCEPTED_TOGETHER) {
                    for (int i = 0; i < ACCEPTED_TOGETHER; i++) {
                        accept.setLong(4 + i, ids.get(Math.min(from + i, ids.size() - 1)));
                    }
                    accept.executeUpdate();
                }
            }
        }
    }

    private static Map<String, String> accounts(Connection connection) throws SQLException {
        Map<String, String> accounts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ACCOUNTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                accounts.put(row.getString("database_account"), row.getString("name"));
            }
        }
        return accounts;
    }

    private static List<ArrivedAction> select(Connection connection) throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, GROUP);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    arrived.add(read(row));
                }
            }
        }
        return arrived;
    }

    private static ArrivedAction read(ResultSet row) throws SQLException {
        return new ArrivedAction(
                row.getLong("id"),
                row.getString("server_name"),
                row.getString("action"),
                row.getString("headers"),
                row.getObject("priority") == null ? null : row.getInt("priority"),
                row.getBoolean("internal"),
                row.getString("idempotency_key"),
                row.getString("submitted_by"),
                row.getString("database_account"),
                row.getBoolean("early"),
                SqlTime.get(row, "created_at"));
    }
}
