package org.switchroom.bench.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A loop over rows as the design of 2004 has it, in our own SQL, on MyISAM: one row is taken at a time, by an update of the oldest; the
 * answer is written to the row when it comes. Without a wire, starting a process for each action is left out, which is kinder than the original.
 */
final class RowLoop implements Cycle {
    private static final int GROUP = 100;
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final String CREATE = """
            create table bench_row (
              id int unsigned not null auto_increment primary key,
              entered datetime not null,
              status enum('NEW', 'QUEUE', 'SENT', 'DONE') not null default 'NEW',
              server varchar(15) not null,
              action varchar(20) not null,
              callerid varchar(20) null,
              line_1 varchar(100) null, line_2 varchar(100) null, line_3 varchar(100) null, line_4 varchar(100) null,
              response char(1) null,
              channel varchar(100) null,
              uniqueid varchar(20) null,
              index ix_callerid (callerid),
              index ix_server_status (server, status)) engine = MyISAM""";
    private static final String INSERT =
            "insert into bench_row (entered, server, action, callerid, line_1) values (now(), 'pbx1', 'Ping', ?, 'Ping')";
    private static final String COUNT = "select count(*) from bench_row where server = 'pbx1' and status = ?";
    private static final String TAKE =
            "update bench_row set status = 'QUEUE' where server = 'pbx1' and status = 'NEW' order by id limit 1";
    private static final String READ =
            "select id, action, callerid, line_1, line_2, line_3, line_4 from bench_row where server = 'pbx1' and status = 'QUEUE' order by id limit 1";
    private static final String SENT = "update bench_row set status = 'SENT' where id = ?";
    private static final String DONE =
            "update bench_row set status = 'DONE', response = 'Y', uniqueid = '1700000000.1' where callerid = ?";

    /** How an action goes to the server, and its answer back. */
    interface Wire {
        void write(String callerid, Consumer<String> answered) throws InterruptedException;
    }

    private final BenchDatabase database;
    private final String title;
    private final Wire wire;
    private final Connection client;
    private final Connection sender;
    private final Connection listener;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final AtomicLong inserted = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();
    private int backlog;

    RowLoop(BenchDatabase database) throws SQLException {
        this(database, "row loop of 2004", (callerid, answered) -> answered.accept(callerid));
    }

    RowLoop(BenchDatabase database, String title, Wire wire) throws SQLException {
        this.database = database;
        this.title = title;
        this.wire = wire;
        this.client = database.connect("owner");
        this.sender = database.connect("owner");
        this.listener = database.connect("owner");
    }

    @Override
    public String title() {
        return title;
    }

    /** Beyond it would only sort. */
    @Override
    public int largest() {
        return 5_000;
    }

    @Override
    public void prepare(int newBacklog) throws SQLException {
        backlog = newBacklog;
        database.run("drop table if exists bench_row", CREATE);
        inserted.set(0);
        taken.set(0);
        answers.clear();
        insert(5_000);
        database.run("update bench_row set status = 'DONE'");
        insert(backlog);
        taken.set(5_000);
        database.run("analyze table bench_row");
    }

    @Override
    public long run(double seconds) throws Exception {
        long before = finished.get();
        Workers workers = new Workers();
        workers.start("client", this::refill);
        workers.start("sender", this::send);
        workers.start("listener", this::answered);
        LockSupport.parkNanos((long) (seconds * 1e9));
        workers.stop();
        return finished.get() - before;
    }

    /** Rows come in groups, which MyISAM likes best. */
    private void refill() throws SQLException {
        if (inserted.get() - taken.get() < backlog + GROUP) {
            insert(GROUP);
        } else {
            LockSupport.parkNanos(SHORT_NANOS);
        }
    }

    private void insert(int count) throws SQLException {
        try (PreparedStatement insert = client.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, "M" + inserted.incrementAndGet());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void send() throws SQLException, InterruptedException {
        if (count("NEW") == 0 && count("QUEUE") == 0) {
            return;
        }
        try (PreparedStatement take = sender.prepareStatement(TAKE);
                PreparedStatement read = sender.prepareStatement(READ);
                PreparedStatement sent = sender.prepareStatement(SENT)) {
            take.executeUpdate();
            try (ResultSet row = read.executeQuery()) {
                if (row.next()) {
                    sent.setLong(1, row.getLong(1));
                    sent.executeUpdate();
                    taken.incrementAndGet();
                    wire.write(row.getString("callerid"), answers::add);
                }
            }
        }
    }

    private long count(String status) throws SQLException {
        try (PreparedStatement count = sender.prepareStatement(COUNT)) {
            count.setString(1, status);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void answered() throws SQLException, InterruptedException {
        String callerid = answers.poll(10, TimeUnit.MILLISECONDS);
        if (callerid != null) {
            try (PreparedStatement done = listener.prepareStatement(DONE)) {
                done.setString(1, callerid);
                finished.addAndGet(done.executeUpdate());
            }
        }
    }
}
