package org.switchroom.lead.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.switchroom.common.SettableClock;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.lead.entity.LoadState;

/** A node of its own that does the load that waits, and writes a line after each batch; made to be killed. */
final class LoadingProcess {
    private LoadingProcess() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.present();
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            DatabaseTime time = new DatabaseTime(new SettableClock()::monotonicNanos, database.now());
            LoadFolder folder = new LoadFolder(Path.of(arguments[0]), 64 << 20);
            new LoadWorker(database, folder, time, "process", Executors.defaultThreadFactory(), 1)
                    .workOnce(LoadState.LOADING, id -> tell(out));
        }
    }

    private static void tell(FileOutputStream out) {
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
