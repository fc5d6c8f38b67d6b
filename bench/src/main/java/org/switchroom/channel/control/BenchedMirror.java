package org.switchroom.channel.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.switchroom.ami.AmiEvent;
import org.switchroom.common.control.Database;

/** The mirror's own classes without a container, for measuring. In their package, because they are nobody else's. */
public final class BenchedMirror {
    private final ServerMirror mirror = new ServerMirror();
    private final Database database;
    private final String serverName;

    public BenchedMirror(Database database, String serverName) {
        this.database = database;
        this.serverName = serverName;
    }

    /** Takes a list as the whole truth, which the first after a gap in the events is, and stores what it changes. */
    public void list(List<AmiEvent> channels, Instant at) {
        mirror.opened(at);
        mirror.audit(channels, at, at.plusMillis(1));
        ServerMirror.Pending pending = mirror.pending();
        database.inNewTransaction(connection -> write(connection, pending));
        mirror.written(pending.versions());
    }

    private Void write(Connection connection, ServerMirror.Pending pending) throws SQLException {
        ChannelTable.write(connection, serverName, pending.channels());
        return null;
    }
}
