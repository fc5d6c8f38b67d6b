package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which servers this node owns now, and in which epoch. Only a server's owner writes to it, and only until shortly before its lease
 * ends, judged on the monotonic clock (faults.md: at most one write per epoch). Safe for use by many threads.
 */
@ApplicationScoped
public class ServerOwnership {
    /** How long before its end a lease is no longer written under: a write that was allowed has surely left by then. */
    static final Duration MARGIN = Duration.ofMillis(500);

    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final LongSupplier monotonicNanos;

    ServerOwnership(LongSupplier monotonicNanos) {
        this.monotonicNanos = monotonicNanos;
    }

    ServerOwnership() {
        this(System::nanoTime);
    }

    /** The epoch in which this node may write to the server now; empty if it may not. */
    public OptionalLong epoch(String serverName) {
        Lease lease = leases.get(serverName);
        return lease != null && lease.endNanos() - MARGIN.toNanos() - monotonicNanos.getAsLong() > 0
                ? OptionalLong.of(lease.epoch())
                : OptionalLong.empty();
    }

    /** Whether this node may write to the server what it claimed in this epoch. Asked right before each write. */
    public boolean mayWrite(String serverName, long epoch) {
        OptionalLong now = epoch(serverName);
        return now.isPresent() && now.getAsLong() == epoch;
    }

    /**
     * Whether this node is the server's owner as far as it knows: also while its lease could not be renewed because the database is
     * away. Then it listens on and stores what it hears, but writes nothing.
     */
    public boolean holds(String serverName) {
        return leases.containsKey(serverName);
    }

    /** The epoch of the last lease this node had and has not yielded; 0 if there is none. */
    public long lastEpoch(String serverName) {
        Lease lease = leases.get(serverName);
        return lease == null ? 0 : lease.epoch();
    }

    Set<String> held() {
        return Set.copyOf(leases.keySet());
    }

    void hold(String serverName, Lease lease) {
        leases.put(serverName, lease);
    }

    void end(String serverName) {
        leases.remove(serverName);
    }
}
