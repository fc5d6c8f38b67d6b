package org.switchroom.system;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Many calls that stay up, started and ended by rows of the queue. */
public final class Calls {
    private final SqlClient sql;
    private final List<Long> ids = new ArrayList<>();

    public Calls(SqlClient sql) {
        this.sql = sql;
    }

    /** The same calls, looked at by another client. */
    public Calls by(SqlClient other) {
        Calls same = new Calls(other);
        same.ids.addAll(ids);
        return same;
    }

    /** Numbers that begin with 9990 answer and stay silent. */
    public void dial(String server, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            ids.add(sql.insert(NewAction.callTo("9990%07d".formatted(ids.size()))
                    .with("Timeout", "20000")
                    .on(server)));
        }
    }

    /** The same on each of these servers in turn, so many calls a second in all. */
    public void dialSteadily(List<String> servers, int count, int perSecond) throws SQLException {
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            dial(servers.get(i % servers.size()), 1);
        }
    }

    public List<Long> ids() {
        return List.copyOf(ids);
    }

    public List<ActionRow> untilUp() {
        return ids.stream().map(id -> Waiting.untilUp(sql, id)).toList();
    }

    /** Until each is answered, over, or has failed without a call. */
    public void untilSettled() {
        ids.forEach(id -> Waiting.until(sql::action, id, Duration.ofSeconds(60), row -> row.isUp() || row.isOver()));
    }

    public List<ActionRow> untilOver() {
        return ids.stream().map(id -> Waiting.untilOver(sql, id)).toList();
    }

    public void hangUp() throws SQLException {
        for (Map<String, String> row : rows()) {
            if ("UP".equals(row.get("call_state"))) {
                sql.insert(NewAction.hangup(row.get("channel")).on(row.get("server_name")));
            }
        }
    }

    private List<Map<String, String>> rows() {
        String numbers = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return sql.rows("select * from action_all where find_in_set(id, ?) > 0", numbers);
    }
}
