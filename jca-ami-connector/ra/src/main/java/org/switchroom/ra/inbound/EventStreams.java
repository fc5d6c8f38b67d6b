package org.switchroom.ra.inbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.ra.AdapterLogger;
import org.switchroom.ra.AdapterSettings;
import org.switchroom.ra.ServerMeters;

/**
 * Who has joined, and the streams of these servers. Streams run only while a message-driven bean is active; joining before or
 * without one is remembered.
 */
public final class EventStreams implements AmiEventStreams {

    /** A joined server; the sequence outlives the streams that are opened for it. */
    private record Member(AmiServer server, AtomicLong sequence) {}

    private final AdapterSettings settings;
    private final SpillFolder spillFolder;
    private final ServerMeters meters;
    private final Function<String, StreamConnector.Tools> tools;
    private final TransactionSynchronizationRegistry transactions;
    private final Consumer<String> whenLeft;
    private final Map<String, Member> members = new ConcurrentHashMap<>();
    private final Map<String, ServerStream> streams = new HashMap<>();
    private final Map<String, ServerStream> leaving = new HashMap<>();
    private MessageEndpointFactory endpoints;

    /**
     * @param tools makes what the stream of a server works with; its scheduler is closed with the stream
     * @param transactions the container's; null stands for deliveries without transactions
     * @param whenLeft told the name of each server that left or was joined with other settings
     */
    public EventStreams(
            AdapterSettings settings,
            ServerMeters meters,
            Function<String, StreamConnector.Tools> tools,
            TransactionSynchronizationRegistry transactions,
            Consumer<String> whenLeft) {
        this.settings = settings;
        this.spillFolder = new SpillFolder(settings.spillFolder());
        this.meters = meters;
        this.tools = tools;
        this.transactions = transactions;
        this.whenLeft = whenLeft;
    }

    @Override
    public synchronized void join(AmiServer server) {
        Member before = members.get(server.name());
        if (before != null && before.server().equals(server)) {
            return;
        }
        AtomicLong sequence = before == null ? new AtomicLong(1) : before.sequence();
        if (before != null) {
            endStream(server.name(), "the server's settings were changed");
            whenLeft.accept(server.name());
        }
        Member member = new Member(server, sequence);
        members.put(server.name(), member);
        AdapterLogger.LOG.joined(server.name(), server.host() + ":" + server.port());
        meters.of(server.name());
        if (endpoints != null) {
            startStream(member);
        }
    }

    @Override
    public synchronized void leave(String serverName) {
        if (members.remove(serverName) == null) {
            return;
        }
        endStream(serverName, "the server was left");
        whenLeft.accept(serverName);
        meters.retire(serverName);
        AdapterLogger.LOG.left(serverName);
    }

    @Override
    public Set<String> joined() {
        return Set.copyOf(members.keySet());
    }

    @Override
    public Optional<AmiServerStatistics> statistics(String serverName) {
        return meters.find(serverName).map(AmiServerStatistics.class::cast);
    }

    /**
     * Starts the streams of all that have joined.
     *
     * @throws NotSupportedException if another message-driven bean is active
     */
    public synchronized void activate(MessageEndpointFactory factory) throws NotSupportedException {
        if (endpoints != null) {
            throw new NotSupportedException("one message-driven bean takes all events; another one is active already");
        }
        endpoints = factory;
        members.values().forEach(this::startStream);
    }

    /** Ends all streams within two seconds; who has joined is remembered. */
    public synchronized void deactivate(MessageEndpointFactory factory) {
        if (endpoints != factory) {
            return;
        }
        endpoints = null;
        stopStreams("the listener was deactivated");
    }

    /** Ends all streams within two seconds and forgets who has joined. */
    public synchronized void stop() {
        endpoints = null;
        members.clear();
        stopStreams("the adapter stops");
        spillFolder.close();
    }

    private void startStream(Member member) {
        String name = member.server().name();
        ServerStream last = leaving.get(name);
        CompletableFuture<Void> before = last == null ? CompletableFuture.completedFuture(null) : last.delivered();
        ServerStream stream = new ServerStream(
                member.server(),
                tools.apply(name),
                settings,
                new Spill(name, spillFolder, settings.spillBytes()),
                meters.of(name),
                new EndpointSink(endpoints, transactions),
                member.sequence(),
                before);
        streams.put(name, stream);
        stream.start();
    }

    private void endStream(String serverName, String reason) {
        ServerStream stream = streams.remove(serverName);
        if (stream == null) {
            return;
        }
        leaving.values().removeIf(old -> old.delivered().isDone());
        ServerStream older = leaving.put(serverName, stream);
        stream.leave(reason);
        if (older != null) {
            AdapterLogger.LOG.debugf("%s: an older stream still delivers", serverName);
        }
    }

    private void stopStreams(String reason) {
        long since = System.nanoTime();
        List<ServerStream> all = new ArrayList<>(streams.values());
        all.addAll(leaving.values());
        all.forEach(stream -> stream.beginStop(reason));
        all.forEach(stream -> stream.awaitStopped(since));
        streams.clear();
        leaving.clear();
    }
}
