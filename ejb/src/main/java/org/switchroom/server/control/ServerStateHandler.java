package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.server.entity.ServerState;

/** Keeps each server's state true: what its event stream says of itself. Comes first of all handlers. */
@ApplicationScoped
public class ServerStateHandler implements AmiBatchHandler {
    private static final String UPDATE = """
            update asterisk_server
               set state_since = if(state = ?, state_since, ?), state = ?, state_reason = ?,
                   ami_version = coalesce(?, ami_version)
             where name = ? and enabled""";

    private record Seen(ServerState state, String reason, String amiVersion) {}

    /** @param cameUp whether the stream was opened and has not been lost since */
    private record Story(Seen last, boolean cameUp) {
        Story then(Seen seen) {
            boolean opened = seen.state() == ServerState.UP && seen.amiVersion() != null;
            return new Story(seen, opened || cameUp && seen.state() != ServerState.DOWN);
        }
    }

    @Inject
    private Database database;

    @Inject
    private DatabaseTime time;

    @Inject
    private ServerDirectory directory;

    @Inject
    private Event<ServersChanged> changed;

    @Inject
    private Event<ServerCameUp> cameUp;

    @Inject
    private Event<ServerLost> lost;

    @Override
    public int position() {
        return 10;
    }

    @Override
    public void onBatch(AmiBatch batch) {
        Story story = new Story(null, false);
        for (AmiSignal signal : batch.signals()) {
            Seen seen = read(signal);
            story = seen == null ? story : story.then(seen);
        }
        if (story.last() != null) {
            store(batch.serverName(), story);
        }
        if (batch.signals().stream().anyMatch(AmiSignal.StreamLost.class::isInstance)) {
            lost.fireAsync(new ServerLost(batch.serverName()));
        }
    }

    private static Seen read(AmiSignal signal) {
        if (signal instanceof AmiSignal.StreamOpened opened) {
            return new Seen(ServerState.UP, null, opened.amiVersion());
        }
        if (signal instanceof AmiSignal.StreamLost lost) {
            return new Seen(ServerState.DOWN, "connection lost: " + lost.reason(), null);
        }
        if (signal instanceof AmiSignal.StreamRefused refused) {
            return new Seen(ServerState.DOWN, AmiProblems.say(refused.problem(), refused.detail()), null);
        }
        if (signal instanceof AmiSignal.StreamSilent silent) {
            return new Seen(
                    ServerState.SUSPECT, "silent since " + silent.silentSince() + " although it was asked", null);
        }
        if (signal instanceof AmiSignal.StreamSpoke) {
            return new Seen(ServerState.UP, null, null);
        }
        return null;
    }

    private void store(String serverName, Story story) {
        Seen seen = story.last();
        directory.changeState(serverName, seen.state());
        database.inCurrentTransaction(connection -> update(connection, serverName, seen));
        changed.fire(new ServersChanged(Set.of(serverName)));
        if (story.cameUp()) {
            cameUp.fireAsync(new ServerCameUp(serverName));
        }
    }

    private int update(Connection connection, String serverName, Seen seen) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, seen.state().name());
            SqlTime.set(update, 2, time.now());
            update.setString(3, seen.state().name());
            update.setString(4, cut(seen.reason()));
            update.setString(5, seen.amiVersion());
            update.setString(6, serverName);
            return update.executeUpdate();
        }
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}
