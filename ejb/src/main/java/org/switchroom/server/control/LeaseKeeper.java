package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.switchroom.common.control.Database;

/**
 * Keeps this node's leases: renews its own, takes what is free, gives back what is switched off. A lease lasts 3 s from before the
 * database was asked; so a node that dies is followed by another within 3 s and a tick, and one that can't reach the database stops
 * writing in time. One thread at a time.
 */
@ApplicationScoped
public class LeaseKeeper {
    /** Life of a lease from one renewal. Renewed twice a second; the takeover after a crash stays under 5 s. */
    static final Duration TERM = Duration.ofSeconds(3);

    private record Answer(Map<String, Long> mine, Map<String, LeaseReason> taken) {}

    private final Database database;
    private final NodeName node;
    private final ServerDirectory directory;
    private final ServerOwnership ownership;
    private final Event<ServerAcquired> acquired;
    private final Event<ServerOwned> owned;
    private final Event<ServerYielded> yielded;
    private final LongSupplier monotonicNanos;

    LeaseKeeper(
            Database database,
            NodeName node,
            ServerDirectory directory,
            ServerOwnership ownership,
            Event<ServerAcquired> acquired,
            Event<ServerOwned> owned,
            Event<ServerYielded> yielded,
            LongSupplier monotonicNanos) {
        this.database = database;
        this.node = node;
        this.directory = directory;
        this.ownership = ownership;
        this.acquired = acquired;
        this.owned = owned;
        this.yielded = yielded;
        this.monotonicNanos = monotonicNanos;
    }

    @Inject
    LeaseKeeper(
            Database database,
            NodeName node,
            ServerDirectory directory,
            ServerOwnership ownership,
            Event<ServerAcquired> acquired,
            Event<ServerOwned> owned,
            Event<ServerYielded> yielded) {
        this(database, node, directory, ownership, acquired, owned, yielded, System::nanoTime);
    }

    /** For the container's proxy only. */
    protected LeaseKeeper() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * Renews, takes and gives back.
     *
     * @throws org.switchroom.common.control.DatabaseException if the database can't be asked; the leases then run out by themselves
     */
    public synchronized void tick() {
        Set<String> wanted = directory.all().stream()
                .filter(ServerFacts::enabled)
                .map(ServerFacts::name)
                .collect(Collectors.toSet());
        Map<String, Long> before = held();
        long askedNanos = monotonicNanos.getAsLong();
        Answer answer = database.statementByStatement(connection -> {
            LeaseTable leases = new LeaseTable(connection, node, TERM);
            leases.seen();
            leases.addMissing();
            Set<String> unwanted = new HashSet<>(before.keySet());
            unwanted.removeAll(wanted);
            leases.giveBack(unwanted);
            Map<String, Long> kept = new HashMap<>(before);
            kept.keySet().retainAll(wanted);
            leases.renew(kept);
            Map<String, LeaseReason> taken = leases.take(wanted);
            return new Answer(leases.mine(), taken);
        });
        apply(before, answer, askedNanos + TERM.toNanos());
    }

    void reconnect(@ObservesAsync ServerLost lost) {
        renewEpoch(lost.serverName());
    }

    /** A dead connection of ours still occupies the command user of this epoch; where there is another, it is used from now on. */
    void changeUser(@ObservesAsync CommandUserInUse inUse) {
        boolean hasOther = directory
                .find(inUse.serverName())
                .filter(server -> !server.commandA().equals(server.commandB()))
                .isPresent();
        if (hasOther && ownership.mayWrite(inUse.serverName(), inUse.epoch())) {
            renewEpoch(inUse.serverName());
        }
    }

    /**
     * Begins a new epoch of an own lease, because the connections of the old one may still occupy their command user. Does nothing if
     * the server is not ours.
     */
    public synchronized void renewEpoch(String serverName) {
        long epoch = ownership.lastEpoch(serverName);
        long askedNanos = monotonicNanos.getAsLong();
        boolean done = ownership.holds(serverName)
                && database.statementByStatement(
                        connection -> new LeaseTable(connection, node, TERM).next(serverName, epoch));
        if (done) {
            begin(serverName, new Lease(epoch + 1, askedNanos + TERM.toNanos()), LeaseReason.RECONNECTED);
        }
    }

    /** Gives all back at an orderly end, so that another node need not wait for their end. */
    public synchronized void stop() {
        Set<String> held = ownership.held();
        held.forEach(this::giveUp);
        database.statementByStatement(connection -> {
            LeaseTable leases = new LeaseTable(connection, node, TERM);
            leases.giveBack(held);
            leases.leave();
            return null;
        });
    }

    private Map<String, Long> held() {
        Map<String, Long> held = new HashMap<>();
        ownership.held().forEach(name -> held.put(name, ownership.lastEpoch(name)));
        return held;
    }

    private void apply(Map<String, Long> before, Answer answer, long endNanos) {
        for (String name : new TreeSet<>(before.keySet())) {
            if (!answer.mine().containsKey(name)) {
                giveUp(name);
            }
        }
        for (String name : new TreeSet<>(answer.mine().keySet())) {
            Lease lease = new Lease(answer.mine().get(name), endNanos);
            if (before.getOrDefault(name, 0L) == lease.epoch()) {
                ownership.hold(name, lease);
            } else {
                begin(name, lease, answer.taken().getOrDefault(name, LeaseReason.TAKEN));
            }
        }
    }

    private void giveUp(String name) {
        ownership.end(name);
        ServerLog.LOG.leaseLost(name);
        yielded.fire(new ServerYielded(name));
    }

    /** What the owner before left is made good first; only then may anything be written in this epoch. */
    private void begin(String name, Lease lease, LeaseReason reason) {
        ServerLog.LOG.leaseTaken(name, lease.epoch(), reason);
        acquired.fire(new ServerAcquired(name, lease.epoch(), reason == LeaseReason.TAKEN));
        ownership.hold(name, lease);
        owned.fire(new ServerOwned(name));
    }
}
