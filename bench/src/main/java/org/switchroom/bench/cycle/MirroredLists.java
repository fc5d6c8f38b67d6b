package org.switchroom.bench.cycle;

import java.sql.SQLException;
import java.time.Instant;
import org.switchroom.channel.control.BenchedMirror;

/** Ours: compared in memory, the differences written. */
final class MirroredLists implements Cycle {
    private final BenchDatabase database;
    private Snapshots lists;
    private BenchedMirror mirror;

    MirroredLists(BenchDatabase database) {
        this.database = database;
    }

    @Override
    public String title() {
        return "Switchroom";
    }

    @Override
    public void prepare(int size) throws SQLException {
        database.run("truncate table live_channel");
        lists = new Snapshots(size);
        mirror = new BenchedMirror(database, "pbx1");
        mirror.list(lists.next(), Instant.now());
    }

    @Override
    public long run(double seconds) {
        long count = 0;
        long until = System.nanoTime() + (long) (seconds * 1e9);
        for (; System.nanoTime() < until; count++) {
            mirror.list(lists.next(), Instant.now());
        }
        return count;
    }
}
