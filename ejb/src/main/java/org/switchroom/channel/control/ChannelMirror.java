package org.switchroom.channel.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.server.control.AmiBatchHandler;
import org.switchroom.server.control.ChannelsListed;
import org.switchroom.server.control.LiveChannelLookup;
import org.switchroom.server.control.ServerAcquired;
import org.switchroom.server.control.ServerChange;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerOwnership;
import org.switchroom.server.control.ServerYielded;

/** The mirrors of all servers: fed by events in the batch's transaction, audited by lists in a transaction of their own. */
@ApplicationScoped
public class ChannelMirror implements AmiBatchHandler, LiveChannelLookup {
    private final Map<String, ServerMirror> mirrors = new ConcurrentHashMap<>();

    private final Database database;
    private final DatabaseTime time;
    private final ServerDirectory directory;
    private final ServerOwnership ownership;
    private final Event<ChannelsChanged> changed;
    private final Event<MirrorWritten> written;

    @Inject
    ChannelMirror(
            Database database,
            DatabaseTime time,
            ServerDirectory directory,
            ServerOwnership ownership,
            Event<ChannelsChanged> changed,
            Event<MirrorWritten> written) {
        this.database = database;
        this.time = time;
        this.directory = directory;
        this.ownership = ownership;
        this.changed = changed;
        this.written = written;
    }

    /** For the container's proxy only. */
    protected ChannelMirror() {
        this(null, null, null, null, null, null);
    }

    /** What the owner before wrote is all that is known until the server lists its channels. */
    void takeOver(@Observes ServerAcquired acquired) {
        if (acquired.takenOver()) {
            Collection<Channel> rows =
                    database.inNewTransaction(connection -> ChannelTable.read(connection, acquired.serverName()));
            ServerMirror mirror = new ServerMirror();
            mirror.load(rows, time.now());
            mirrors.put(acquired.serverName(), mirror);
        }
    }

    void forget(@Observes ServerYielded yielded) {
        mirrors.remove(yielded.serverName());
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public void onBatch(AmiBatch batch) {
        ServerMirror mirror = mirror(batch.serverName());
        synchronized (mirror) {
            Instant now = time.now();
            batch.signals().forEach(signal -> take(mirror, signal, now));
            database.inCurrentTransaction(connection -> write(connection, batch.serverName(), mirror));
        }
    }

    private static void take(ServerMirror mirror, AmiSignal signal, Instant now) {
        if (signal instanceof AmiEvent event) {
            mirror.take(event, now);
        } else if (signal instanceof AmiSignal.StreamOpened) {
            mirror.opened(now);
        } else if (signal instanceof AmiSignal.StreamGap) {
            mirror.gap(now);
        } else if (signal instanceof AmiSignal.StreamLost) {
            mirror.lost(now);
        } else if (signal instanceof AmiSignal.StreamRefused refused) {
            if (refused.problem() == AmiProblem.REFUSED) {
                mirror.refused(now);
            } else {
                mirror.unreachable();
            }
        }
    }

    void audit(@Observes ChannelsListed listed) {
        ServerMirror mirror = mirror(listed.serverName());
        synchronized (mirror) {
            int drift = mirror.audit(listed.channels(), listed.askedAt(), time.now());
            if (drift > 0) {
                ChannelLog.LOG.drift(listed.serverName(), drift);
            }
            if (mirror.isTableDue(listed.askedAt())) {
                compareTable(listed.serverName(), mirror);
            }
            writeDifferences(listed.serverName(), mirror);
        }
    }

    private void compareTable(String serverName, ServerMirror mirror) {
        int differ = mirror.compareTable(
                database.statementByStatement(connection -> ChannelTable.uniqueids(connection, serverName)));
        if (differ > 0) {
            ChannelLog.LOG.tableDiffers(serverName, differ);
        }
    }

    private void writeDifferences(String serverName, ServerMirror mirror) {
        if (!mirror.pending().versions().isEmpty()) {
            database.inNewTransaction(connection -> write(connection, serverName, mirror));
        }
    }

    /** A server that was removed or switched off has no channels any more. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ServerChange change) {
        if (change.server().filter(server -> server.isEnabled()).isEmpty()) {
            ServerMirror mirror = mirror(change.name());
            synchronized (mirror) {
                mirror.clear();
                writeDifferences(change.name(), mirror);
            }
        }
    }

    void confirm(@Observes(during = TransactionPhase.AFTER_SUCCESS) MirrorWritten done) {
        ServerMirror mirror = mirror(done.serverName());
        synchronized (mirror) {
            mirror.written(done.versions());
        }
    }

    private Void write(Connection connection, String serverName, ServerMirror mirror) throws SQLException {
        ServerMirror.Pending pending = mirror.pending();
        if (!pending.versions().isEmpty()) {
            ChannelTable.write(connection, serverName, pending.channels());
            directory.countChannels(serverName, mirror.size());
            written.fire(new MirrorWritten(serverName, pending.versions()));
            changed.fire(new ChannelsChanged(
                    Set.of(serverName), Set.copyOf(pending.versions().keySet())));
        }
        return null;
    }

    @Override
    public Optional<Found> find(String serverName, String channelOrUniqueid) {
        if (!ownership.holds(serverName)) {
            return database.inNewTransaction(connection -> ChannelTable.find(connection, serverName, channelOrUniqueid))
                    .map(ChannelMirror::found);
        }
        ServerMirror mirror = mirror(serverName);
        synchronized (mirror) {
            return mirror.find(channelOrUniqueid).map(ChannelMirror::found);
        }
    }

    private static Found found(Channel channel) {
        return new Found(channel.channel(), channel.uniqueid(), channel.state());
    }

    /** Channels that had drifted and were repaired since this node started. */
    public long driftCount(String serverName) {
        ServerMirror mirror = mirror(serverName);
        synchronized (mirror) {
            return mirror.driftCount();
        }
    }

    private ServerMirror mirror(String serverName) {
        return mirrors.computeIfAbsent(serverName, name -> new ServerMirror());
    }
}
