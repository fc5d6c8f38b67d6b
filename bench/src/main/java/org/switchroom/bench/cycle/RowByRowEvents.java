package org.switchroom.bench.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What a listener does that writes each event to its row as it comes: one update by the call's id, committed by itself. */
final class RowByRowEvents implements Cycle {
    private static final String[] STATES = {"DIALING", "RINGING", "UP", "UP", "HUNGUP"};
    private static final String UPDATE = """
            update bench_call set channel = ?, state = ?, status = ?, cause = ? where uniqueid = ?""";

    private final BenchDatabase database;
    private final String engine;
    private final Connection connection;

    RowByRowEvents(BenchDatabase database, String engine) throws SQLException {
        this.database = database;
        this.engine = engine;
        this.connection = database.connect("owner");
    }

    @Override
    public String title() {
        return "a commit per event, " + engine;
    }

    @Override
    public void prepare(int size) throws SQLException {
        database.run("drop table if exists bench_call", """
                create table bench_call (id bigint not null auto_increment primary key, server varchar(64) not null, status varchar(16) not null,
                  state varchar(16) null, channel varchar(255) null, uniqueid varchar(150) null, cause int null,
                  index ix_uniqueid (uniqueid)) default character set latin1 engine = """ + " " + engine);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bench_call (server, status, uniqueid) values ('pbx1', 'SENT', ?)")) {
            for (int id = 1; id <= TrackedEvents.CALLS; id++) {
                insert.setString(1, "swr-" + id + "-benchmark");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public long run(double seconds) throws SQLException {
        long events = 0;
        long until = System.nanoTime() + (long) (seconds * 1e9);
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (int turn = 0; System.nanoTime() < until; turn++) {
                int step = turn / TrackedEvents.CALLS % STATES.length;
                int call = 1 + turn % TrackedEvents.CALLS;
                update.setString(1, "PJSIP/carrier-%08x".formatted(call + (turn / (5 * TrackedEvents.CALLS) << 16)));
                update.setString(2, STATES[step]);
                update.setString(3, step < 3 ? "SENT" : "SUCCEEDED");
                update.setObject(4, step < 4 ? null : 16);
                update.setString(5, "swr-" + call + "-benchmark");
                events += update.executeUpdate();
            }
        }
        return events;
    }
}
