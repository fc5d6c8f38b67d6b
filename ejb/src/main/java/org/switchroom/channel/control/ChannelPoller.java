package org.switchroom.channel.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.server.control.ChannelsListed;
import org.switchroom.server.control.CommandUserInUse;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.control.ServerOwnership;

/**
 * Asks each server that is up for the list of its channels (CoreShowChannels). At most one question a server is open; a server that
 * does not answer is not asked again until the deadline, and holds up no other.
 */
@ApplicationScoped
public class ChannelPoller {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Map<String, Instant> asking = new ConcurrentHashMap<>();
    private final Map<String, Long> lastPollMillis = new ConcurrentHashMap<>();

    @Inject
    private ServerDirectory directory;

    @Inject
    private AmiConnectionFactory connections;

    @Inject
    private DatabaseTime time;

    @Inject
    private Event<ChannelsListed> listed;

    @Inject
    private Event<CommandUserInUse> inUse;

    @Inject
    private ServerOwnership ownership;

    @Resource
    private ManagedExecutorService executor;

    /** Asks all servers that are up and not being asked; returns at once. */
    public void poll() {
        for (ServerFacts server : directory.all()) {
            if (server.isUp() && asking.putIfAbsent(server.name(), time.now()) == null) {
                executor.execute(() -> ask(server.name()));
            }
        }
    }

    /** How long the last poll of a server took, question to stored differences, in milliseconds; 0 before the first. */
    public long lastPollMillis(String serverName) {
        return lastPollMillis.getOrDefault(serverName, 0L);
    }

    /** As it is known now: the command user may have changed while this waited for a thread. */
    private void ask(String serverName) {
        directory.find(serverName).ifPresentOrElse(this::ask, () -> asking.remove(serverName));
    }

    private void ask(ServerFacts server) {
        Instant askedAt = time.now();
        try (AmiConnection connection = connections.getConnection(server.command())) {
            connection
                    .send(AmiAction.of("CoreShowChannels"), DEADLINE)
                    .whenCompleteAsync((answer, failure) -> take(server.name(), askedAt, answer), executor);
        } catch (AmiException e) {
            ChannelLog.LOG.debugf("%s was not polled: %s", server.name(), e.getMessage());
            asking.remove(server.name());
            if (e instanceof AmiConnectException refused && refused.saysInUse()) {
                changeUser(server);
            }
        }
    }

    /** Where nothing is to be sent nobody else finds out, and UNKNOWN rows wait for what the server lists. */
    private void changeUser(ServerFacts asked) {
        long epoch = ownership.lastEpoch(asked.name());
        boolean same = directory
                .find(asked.name())
                .filter(now -> now.command().equals(asked.command()))
                .isPresent();
        if (same) {
            inUse.fireAsync(new CommandUserInUse(asked.name(), epoch));
        }
    }

    private void take(String serverName, Instant askedAt, AmiResponse answer) {
        try {
            if (answer != null && answer.succeeded()) {
                listed.fire(new ChannelsListed(serverName, askedAt, time.now(), answer.listEvents()));
                lastPollMillis.put(
                        serverName, Duration.between(askedAt, time.now()).toMillis());
            }
        } catch (DatabaseException e) {
            notStored(serverName, e);
        } catch (RuntimeException e) {
            ChannelLog.LOG.pollFailed(serverName, e);
        } finally {
            asking.remove(serverName);
        }
    }

    /** That the database is out of reach the sender says, once and not twice a second; the next list makes up for this one. */
    private static void notStored(String serverName, DatabaseException e) {
        if (e.isOutOfReach()) {
            ChannelLog.LOG.debugf("%s was polled, and nothing could be stored: %s", serverName, e.getMessage());
        } else {
            ChannelLog.LOG.pollFailed(serverName, e);
        }
    }
}
