package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.ValidAction;
import org.switchroom.queue.entity.ActionStatus;

/** Judges a row that arrived: steps that end it here and now (and, for SwitchroomCancel, the step of the row it names), or none. */
@ApplicationScoped
class ArrivalCheck {
    private static final String EARLIER = """
            select id from queued_action_history
             where idempotency_key = ? and moved_at > utc_timestamp(3) - interval 7 day order by id limit 1""";

    private static final String ALL_EARLIER = """
            select h.idempotency_key as taken, min(h.id) as id
              from (select distinct k from json_table(?, '$[*]' columns (
                      k varchar(128) character set utf8mb4 collate utf8mb4_bin path '$.k')) list) j
              straight_join queued_action_history h force index (ix_queued_action_history_idempotency_key)
                on h.idempotency_key = j.k and h.moved_at > utc_timestamp(3) - interval 7 day
             group by h.idempotency_key""";

    private static final String SERVER = "select 1 from asterisk_server where name = ? and enabled";

    private static final Duration TO_HEAR_OF_A_SERVER = Duration.ofSeconds(2);

    private static final String TARGET = "select status, database_account from queued_action where id = ? for update";

    /**
     * What is to be done with a row that arrived.
     *
     * @param ending steps that end it, and of the row that it names if it is a cancellation; none if it may be sent
     * @param trunk where it may be sent, the trunk whose own limit it counts under, or an empty text
     */
    record Judgement(List<ActionMove> ending, Optional<String> trunk) {
        static Judgement ended(ActionMove... steps) {
            return new Judgement(List.of(steps), Optional.empty());
        }
    }

    private final ActionRules rules;
    private final DatabaseTime time;
    private final ServerLanes lanes;

    @Inject
    ArrivalCheck(ActionRules rules, DatabaseTime time, ServerLanes lanes) {
        this.rules = rules;
        this.time = time;
        this.lanes = lanes;
    }

    /** For the container's proxy only. */
    protected ArrivalCheck() {
        this(null, null, null);
    }

    /**
     * Whether the row names a server that is in the table but that this node has not heard of yet: it is judged at a later look, by
     * this node or by another that knows the server. Not for longer than 2 s: by then the server can't take part for another reason.
     */
    boolean isTooEarly(Connection connection, ArrivedAction action) throws SQLException {
        if (rules.knows(action.serverName())
                || action.createdAt().plus(TO_HEAR_OF_A_SERVER).isBefore(time.now())) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(SERVER)) {
            select.setString(1, action.serverName());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    Instant now() {
        return time.now();
    }

    /** @param earlier the id of an action that had the row's key before, or null */
    Judgement check(Connection connection, ArrivedAction action, Long earlier) throws SQLException {
        time.notBefore(action.createdAt());
        Instant now = time.now();
        if (earlier != null) {
            return Judgement.ended(failed(action.id(), "duplicate of id " + earlier, now));
        }
        try {
            ValidAction valid = rules.check(action.submission(), action.caller());
            return valid.spec().pseudo()
                    ? cancel(
                            connection, action, Long.parseLong(valid.value("Id").orElseThrow()), now)
                    : new Judgement(List.of(), Optional.of(lanes.trunkOf(valid)));
        } catch (ActionRefusedException e) {
            return Judgement.ended(failed(action.id(), e.getMessage(), now));
        } catch (RuntimeException e) {
            QueueLog.LOG.checkFailed(action.id(), e);
            return Judgement.ended(
                    failed(action.id(), "it could not be checked: internal error, see the server's log", now));
        }
    }

    /** The first ids of actions that had the keys of these rows and moved to history less than 7 days ago, by key. */
    static Map<String, Long> earlier(Connection connection, List<ArrivedAction> arrived) throws SQLException {
        JsonRows keys = new JsonRows();
        List<String> named = arrived.stream()
                .map(ArrivedAction::idempotencyKey)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Long> earlier = new HashMap<>();
        if (named.isEmpty()) {
            return earlier;
        }
        named.forEach(key -> keys.row().put("k", key));
        try (PreparedStatement select = connection.prepareStatement(ALL_EARLIER)) {
            select.setString(1, keys.end());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    earlier.put(row.getString("taken"), row.getLong("id"));
                }
            }
        }
        return earlier;
    }

    /** The id of an action that had this key and moved to history less than 7 days ago. */
    static OptionalLong earlier(Connection connection, String idempotencyKey) throws SQLException {
        if (idempotencyKey == null) {
            return OptionalLong.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
            select.setString(1, idempotencyKey);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** A database account withdraws only what it inserted itself. */
    private static Judgement cancel(Connection connection, ArrivedAction action, long target, Instant now)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TARGET)) {
            select.setLong(1, target);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getString("database_account").equals(action.databaseAccount())) {
                    return Judgement.ended(
                            failed(action.id(), "Id: there is no action " + target + " of yours in the queue", now));
                }
                ActionStatus status = ActionStatus.valueOf(row.getString("status"));
                if (status != ActionStatus.NEW) {
                    return Judgement.ended(failed(
                            action.id(), "Id: action " + target + " is " + status + " and can't be cancelled", now));
                }
            }
        }
        return Judgement.ended(
                ActionMove.to(ActionStatus.CANCELLED, target, now)
                        .onlyFrom(ActionStatus.NEW)
                        .answered(null, "cancelled by action " + action.id()),
                ActionMove.to(ActionStatus.SUCCEEDED, action.id(), now)
                        .onlyFrom(ActionStatus.NEW)
                        .answered("Success", "cancelled action " + target));
    }

    private static ActionMove failed(long id, String reason, Instant now) {
        return ActionMove.to(ActionStatus.FAILED, id, now)
                .onlyFrom(ActionStatus.NEW)
                .answered(null, reason);
    }
}
