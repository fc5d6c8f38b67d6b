package org.switchroom.bench.day;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.switchroom.bench.queue.Instance;

/**
 * A sender as it was designed in 2004, our own code: looks how many rows are new, takes the first, starts a process for it that logs in, sends and logs off, rests 10 ms. It
 * waits for nobody's answer, but for the last child of the same server, because the user may log in only once. No validation, no events, no result on the row.
 */
final class ProcessPerAction {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final String CREATE = """
            create table bench_day_action (
              id bigint not null auto_increment primary key,
              server_name varchar(64) not null,
              frame text not null,
              status varchar(16) not null,
              index ix_bench_day_action (server_name, status))""";

    private final Instance instance;
    private final Connection owner;
    private final Path script;
    private final Map<String, Process> children = new HashMap<>();
    private int failed;

    ProcessPerAction(Instance instance, Connection owner, Path script) {
        this.instance = instance;
        this.owner = owner;
        this.script = script;
    }

    /** @return seconds from the first row to the last child's end */
    double run(List<Demand> demands) throws SQLException, IOException, InterruptedException {
        update("drop table if exists bench_day_action");
        update(CREATE);
        try {
            fill(demands);
            long begun = System.nanoTime();
            while (one()) {
                Day.pause(REST_NANOS);
            }
            for (String server : List.copyOf(children.keySet())) {
                await(server);
            }
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            update("drop table bench_day_action");
        }
    }

    /** Children that did not get the answer Success. */
    int failed() {
        return failed;
    }

    private void update(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void fill(List<Demand> demands) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement(
                "insert into bench_day_action (server_name, frame, status) values (?, ?, 'NEW')")) {
            for (Demand demand : demands) {
                insert.setString(1, demand.server());
                insert.setString(2, frame(demand));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String frame(Demand demand) {
        StringBuilder frame =
                new StringBuilder("Action: " + demand.action() + "\r\nActionID: " + demand.key() + "\r\n");
        demand.headers()
                .forEach((name, value) ->
                        frame.append(name).append(": ").append(value).append("\r\n"));
        if (demand.action().equals("Originate")) {
            frame.append("Async: true\r\n");
        }
        return frame.append("\r\n").toString();
    }

    private boolean one() throws SQLException, IOException, InterruptedException {
        try (Statement statement = owner.createStatement()) {
            try (ResultSet count =
                    statement.executeQuery("select count(*) from bench_day_action where status = 'NEW'")) {
                count.next();
                if (count.getInt(1) == 0) {
                    return false;
                }
            }
            statement.executeUpdate(
                    "update bench_day_action set status = 'QUEUE' where status = 'NEW' order by id limit 1");
            try (ResultSet row = statement.executeQuery(
                    "select server_name, frame from bench_day_action where status = 'QUEUE' limit 1")) {
                row.next();
                String server = row.getString(1);
                await(server);
                children.put(server, launch(server, row.getString(2)));
            }
            statement.executeUpdate("update bench_day_action set status = 'SENT' where status = 'QUEUE'");
        }
        return true;
    }

    private Process launch(String server, String frame) throws IOException {
        Instance.Login login = instance.idleLogin(server);
        ProcessBuilder builder = new ProcessBuilder("perl", script.toString(), String.valueOf(login.port()));
        builder.environment()
                .putAll(Map.of("AMI_USER", login.user(), "AMI_SECRET", login.secret(), "AMI_FRAME", frame));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void await(String server) throws InterruptedException {
        Process child = children.remove(server);
        if (child != null && (!child.waitFor(30, TimeUnit.SECONDS) || child.exitValue() != 0)) {
            failed++;
        }
    }
}
