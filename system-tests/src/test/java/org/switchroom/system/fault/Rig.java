package org.switchroom.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.Instance;

/**
 * What stands around the running Switchroom while faults are made: the launcher keeps its hands off what is killed, and the application's
 * way to the database leads through a proxy as soon as a test asks for it.
 */
final class Rig implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final Namespace PLACE = Namespace.create(Rig.class);
    private static final Path HANDS_OFF = Instance.running().state().resolve("hands-off");
    private static final long SEED = seed();
    private static Rig now;

    private FaultProxy sql;
    private FaultProxy sqlOfSecond;

    private Rig() {
        if (Node.first().databasePort() != Database.port()) {
            sqlProxy();
        }
        try {
            Files.writeString(HANDS_OFF, "faults are being made\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one for all tests of this run; it goes when the last is over. */
    static synchronized Rig of(ExtensionContext context) {
        now = context.getRoot().getStore(PLACE).getOrComputeIfAbsent(Rig.class, key -> new Rig(), Rig.class);
        return now;
    }

    /** The proxy between the first application server and its database; that server is started anew when it did not use one yet. */
    static synchronized FaultProxy sql() {
        return now.sqlProxy();
    }

    /** The proxy between the second application server and its database. */
    static synchronized FaultProxy sqlOfSecond() {
        if (now.sqlOfSecond == null) {
            now.sqlOfSecond = FaultProxy.at(Database.port() + 8, "127.0.0.1", Database.port());
        }
        return now.sqlOfSecond;
    }

    /** Whether faults may last as long as they are described, or seconds only. */
    static boolean takesItsTime() {
        return Boolean.getBoolean("switchroom.faults.long");
    }

    /** The short figure, or the long one where faults take their time. */
    static int count(int inShort, int inLong) {
        return takesItsTime() ? inLong : inShort;
    }

    /** Chance that can be repeated: the seed is in each figure that came from it. */
    static Random random() {
        return new Random(SEED);
    }

    static long seed() {
        String given = System.getProperty("switchroom.faults.seed", "");
        return given.isBlank() ? System.nanoTime() & 0xffffffL : Long.parseLong(given);
    }

    /** What {@link #random} began with. */
    static long usedSeed() {
        return SEED;
    }

    private FaultProxy sqlProxy() {
        if (sql == null) {
            int port = Database.port();
            sql = FaultProxy.at(port + 7, "127.0.0.1", port);
            Node.first().useDatabaseInClearAt(sql.port());
        }
        return sql;
    }

    @Override
    public void close() throws IOException {
        if (!Boolean.getBoolean("switchroom.faults.keep")) {
            putBack();
            Files.deleteIfExists(HANDS_OFF);
        }
        for (FaultProxy proxy : new FaultProxy[] {sql, sqlOfSecond}) {
            if (proxy != null) {
                proxy.close();
            }
        }
    }

    private void putBack() {
        if (sqlOfSecond != null) {
            Node.second(sqlOfSecond.port()).stop();
        }
        if (sql != null) {
            Node.first().useDatabaseAt(Database.port());
        }
    }
}
