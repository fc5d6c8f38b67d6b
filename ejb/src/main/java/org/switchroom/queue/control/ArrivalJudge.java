package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.switchroom.queue.entity.ActionStatus;

/**
 * Judges rows that foreign SQL clients inserted, within the transaction that holds their locks: says which may be sent and for whom, and
 * marks those that are not claimed with it. Each row is judged once.
 */
@ApplicationScoped
class ArrivalJudge {
    private static final String ACCOUNTS = """
            select database_account, min(name) as name from user_account
             where database_account is not null and enabled group by database_account""";

    private static final IdList MARK = new IdList("""
            update queued_action force index (primary) set judged = true, stage = ?, submitted_by = ?, trunk = ?
             where id in (%s) and status = 'NEW'""");

    private static final long ACCOUNTS_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * A row that was looked at.
     *
     * @param stage where it waits; ARRIVED: nowhere, it ends here
     * @param ending steps that end it, and of the row that it names if it is a cancellation
     */
    record Judged(ArrivedAction action, String stage, String submittedBy, LaneKey lane, List<ActionMove> ending)
            implements AtOnce.Claimable {
        boolean isDue() {
            return stage.equals("DUE");
        }
    }

    /** What rows get alike. */
    private record Mark(String stage, String submittedBy, String trunk) {}

    private final ArrivalCheck check;
    private Map<String, String> accounts;
    private long accountsReadNanos;

    @Inject
    ArrivalJudge(ArrivalCheck check) {
        this.check = check;
    }

    /** For the container's proxy only. */
    protected ArrivalJudge() {
        this(null);
    }

    /** Judges these rows; in their order. */
    List<Judged> judge(Connection connection, List<ArrivedAction> arrived) throws SQLException {
        List<Judged> judged = new ArrayList<>(arrived.size());
        Map<String, Long> earlier = ArrivalCheck.earlier(connection, arrived);
        for (ArrivedAction action : arrived) {
            ArrivalCheck.Judgement judgement = check.check(connection, action, earlier.get(action.idempotencyKey()));
            String stage = action.early() ? "WAITING" : "DUE";
            judged.add(new Judged(
                    action,
                    judgement.trunk().isPresent() ? stage : "ARRIVED",
                    submittedBy(connection, action),
                    new LaneKey(
                            action.serverName(),
                            action.action().equalsIgnoreCase("Originate"),
                            judgement.trunk().orElse("")),
                    judgement.ending()));
        }
        return judged;
    }

    /** A row counts as the account that its database account is mapped to, else as what it says, else as SQL's. */
    private synchronized String submittedBy(Connection connection, ArrivedAction action) throws SQLException {
        if (accounts == null || System.nanoTime() - accountsReadNanos > ACCOUNTS_NANOS) {
            accounts = accounts(connection);
            accountsReadNanos = System.nanoTime();
        }
        String said = action.submittedBy() == null ? "sql" : action.submittedBy();
        return accounts.getOrDefault(action.accountName(), said);
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

    /** The beginnings of their stories. */
    static List<RowState.Transition> arrivals(List<Judged> judged) {
        return judged.stream()
                .map(row -> new RowState.Transition(
                        row.action().id(), null, ActionStatus.NEW, row.action().createdAt(), null))
                .toList();
    }

    /** Marks rows that are not claimed by this transaction, and ends those that end here. Their stories have begun. */
    static void mark(Connection connection, String node, Collection<Judged> rows) throws SQLException {
        Map<Mark, List<Long>> alike = new LinkedHashMap<>();
        for (Judged row : rows) {
            alike.computeIfAbsent(
                            new Mark(row.stage(), row.submittedBy(), row.lane().trunk()), key -> new ArrayList<>())
                    .add(row.action().id());
        }
        for (Map.Entry<Mark, List<Long>> each : alike.entrySet()) {
            try (PreparedStatement mark = MARK.prepare(connection, 3, each.getValue())) {
                mark.setString(1, each.getKey().stage());
                mark.setString(2, each.getKey().submittedBy());
                mark.setString(3, each.getKey().trunk());
                ActionRows.expect(each.getValue().size(), mark.executeUpdate());
            }
        }
        ActionRows.change(
                connection,
                node,
                rows.stream().flatMap(row -> row.ending().stream()).toList());
    }
}
