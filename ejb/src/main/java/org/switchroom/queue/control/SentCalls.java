package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.guard.control.DialledRows;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.DialledRow;
import org.switchroom.queue.catalogue.ActionCatalogue;
import org.switchroom.queue.catalogue.HeadersText;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

/** Answers the guard from the queue's rows. */
@ApplicationScoped
public class SentCalls implements DialledRows {
    private static final String COLUMNS = """
            select id, server_name, action, headers, submitted_by, database_account, status, call_state, sent_at, finished_at, closed_at
            """;
    private static final String HOT = COLUMNS
            + " from queued_action where sent_at >= ? and action in ('Originate', 'Redirect', 'Atxfer', 'BlindTransfer')";
    private static final String MOVED = COLUMNS + """
             from queued_action_history where created_at >= ? and created_at < ? and sent_at >= ?
              and action in ('Originate', 'Redirect', 'Atxfer', 'BlindTransfer')""";
    private static final String PROGRESS = """
            select q.id, q.status, q.call_state, q.finished_at, q.closed_at
              from json_table(?, '$[*]' columns (id bigint path '$')) j
              straight_join queued_action q force index (primary) on q.id = j.id""";
    private static final String MOVED_PROGRESS = """
            select q.id, q.status, q.call_state, q.finished_at, q.closed_at
              from json_table(?, '$[*]' columns (id bigint path '$')) j
              straight_join queued_action_history q force index (primary) on q.id = j.id""";

    /** A row that waited longer than this before it was sent is not counted again after a restart. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final Duration STEP = Duration.ofHours(1);

    @Inject
    private Database database;

    @Inject
    private DatabaseTime time;

    protected SentCalls() {}

    SentCalls(Database database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public void sentSince(Instant from, Consumer<DialledRow> each) {
        Instant until = time.now().plus(STEP);
        Set<Long> told = new HashSet<>();
        for (Instant begin = from.minus(LONGEST_WAIT); begin.isBefore(until); begin = begin.plus(STEP)) {
            Instant end = begin.plus(STEP);
            Instant hour = begin;
            read(connection -> Sql.list(connection, MOVED, SentCalls::row, hour, end, from))
                    .forEach(row -> tell(row, told, each));
        }
        read(connection -> Sql.list(connection, HOT, SentCalls::row, from)).forEach(row -> tell(row, told, each));
    }

    /** A row may move while this reads. */
    private static void tell(DialledRow row, Set<Long> told, Consumer<DialledRow> each) {
        if (told.add(row.id())) {
            each.accept(row);
        }
    }

    @Override
    public Map<Long, CallProgress> progress(Set<Long> ids) {
        Map<Long, CallProgress> found = new HashMap<>();
        read(connection -> Sql.list(connection, PROGRESS, row -> put(row, found), JsonRows.list(ids)));
        Set<Long> moved = new HashSet<>(ids);
        moved.removeAll(found.keySet());
        if (!moved.isEmpty()) {
            read(connection -> Sql.list(connection, MOVED_PROGRESS, row -> put(row, found), JsonRows.list(moved)));
        }
        return found;
    }

    private <T> List<T> read(Database.Work<List<T>> work) {
        return database.statementByStatement(work);
    }

    private static Long put(ResultSet row, Map<Long, CallProgress> found) throws SQLException {
        found.put(row.getLong("id"), progressOf(row));
        return row.getLong("id");
    }

    private static DialledRow row(ResultSet row) throws SQLException {
        Map<String, String> headers = HeadersText.firstValues(row.getString("headers"));
        return new DialledRow(
                row.getLong("id"),
                new Caller(row.getString("submitted_by"), row.getString("database_account")),
                DialledTargets.of(
                        row.getString("server_name"),
                        ActionCatalogue.find(row.getString("action")).name(),
                        name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))),
                SqlTime.get(row, "sent_at"),
                progressOf(row));
    }

    /** An Originate is answered when it succeeds; a call that was sent elsewhere goes on and nobody sees its end. */
    private static CallProgress progressOf(ResultSet row) throws SQLException {
        boolean answered = ActionStatus.SUCCEEDED.name().equals(row.getString("status"));
        boolean hungUp = CallState.HUNGUP.name().equals(row.getString("call_state"));
        Optional<Instant> closedAt = Optional.ofNullable(SqlTime.get(row, "closed_at"));
        return new CallProgress(
                closedAt.isPresent(),
                Optional.ofNullable(SqlTime.get(row, "finished_at")).filter(at -> answered),
                closedAt.filter(at -> hungUp));
    }
}
