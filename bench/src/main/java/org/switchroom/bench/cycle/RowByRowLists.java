package org.switchroom.bench.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.switchroom.ami.AmiEvent;

/** Without a memory of the last list: each row looked up, then updated or inserted; or all of them upserted in one transaction. */
final class RowByRowLists implements Cycle {
    private static final String COLUMNS =
            "channel, state, caller_id_num, context, exten, changed_at, server_name, uniqueid";
    private static final String SELECT = "select 1 from live_channel where server_name = ? and uniqueid = ?";
    private static final String UPDATE =
            "update live_channel set channel = ?, state = ?, caller_id_num = ?, context = ?, exten = ?, changed_at = ? where server_name = ? and uniqueid = ?";
    private static final String INSERT =
            "insert into live_channel (" + COLUMNS + ", created_at) values (?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(3))";
    private static final String UPSERT = INSERT
            + " on duplicate key update channel = values(channel), state = values(state), caller_id_num = values(caller_id_num), context = values(context), exten = values(exten), changed_at = values(changed_at)";

    private final BenchDatabase database;
    private final boolean batch;
    private final Connection connection;
    private Snapshots lists;

    RowByRowLists(BenchDatabase database, boolean batch) throws SQLException {
        this.database = database;
        this.batch = batch;
        this.connection = database.connect("owner");
    }

    @Override
    public String title() {
        return batch ? "batch of all" : "row by row";
    }

    @Override
    public void prepare(int size) throws SQLException {
        database.run("truncate table live_channel");
        lists = new Snapshots(size);
        all(lists.next());
    }

    @Override
    public long run(double seconds) throws SQLException {
        long count = 0;
        long until = System.nanoTime() + (long) (seconds * 1e9);
        for (; System.nanoTime() < until; count++) {
            List<AmiEvent> list = lists.next();
            if (batch) {
                all(list);
            } else {
                list.forEach(this::one);
                deleteGone(list);
            }
        }
        return count;
    }

    private void all(List<AmiEvent> list) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (AmiEvent channel : list) {
                bind(upsert, channel);
                upsert.addBatch();
            }
            upsert.executeBatch();
            deleteGone(list);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void one(AmiEvent channel) {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, "pbx1");
            select.setString(2, channel.text("Uniqueid"));
            try (ResultSet row = select.executeQuery();
                    PreparedStatement write = connection.prepareStatement(row.next() ? UPDATE : INSERT)) {
                bind(write, channel);
                write.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deleteGone(List<AmiEvent> list) throws SQLException {
        Set<String> there = new HashSet<>();
        list.forEach(channel -> there.add(channel.text("Uniqueid")));
        try (PreparedStatement select =
                        connection.prepareStatement("select uniqueid from live_channel where server_name = 'pbx1'");
                ResultSet row = select.executeQuery();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from live_channel where server_name = 'pbx1' and uniqueid = ?")) {
            while (row.next()) {
                if (!there.contains(row.getString(1))) {
                    delete.setString(1, row.getString(1));
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private static void bind(PreparedStatement write, AmiEvent channel) throws SQLException {
        write.setString(1, channel.text("Channel"));
        write.setString(2, channel.text("ChannelStateDesc"));
        write.setString(3, channel.text("CallerIDNum"));
        write.setString(4, channel.text("Context"));
        write.setString(5, channel.text("Exten"));
        write.setObject(6, LocalDateTime.now());
        write.setString(7, "pbx1");
        write.setString(8, channel.text("Uniqueid"));
    }
}
