package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.switchroom.audit.control.ChainPatrol;
import org.switchroom.common.Clock;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.monitoring.entity.Invariant;

/**
 * Looks every minute whether what must always be true is true, and keeps the answer in memory. It only reads. A finding that needs
 * more than one look (a difference that must last) makes it look at that invariant every tick until it is decided.
 */
@ApplicationScoped
public class SelfAudit {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Map<Invariant, Finding> findings = new EnumMap<>(Invariant.class);
    private volatile List<Finding> latest = List.of();
    private volatile Long lastRunNanos;

    private final Database database;
    private final DatabaseTime time;
    private final Clock clock;
    private final MirrorComparison mirror;
    private final EventBalance events;
    private final ChainPatrol chain;
    private final Event<AuditDone> done;

    @Inject
    SelfAudit(
            Database database,
            DatabaseTime time,
            Clock clock,
            MirrorComparison mirror,
            EventBalance events,
            ChainPatrol chain,
            Event<AuditDone> done) {
        this.database = database;
        this.time = time;
        this.clock = clock;
        this.mirror = mirror;
        this.events = events;
        this.chain = chain;
        this.done = done;
    }

    /** For the container's proxy only. */
    protected SelfAudit() {
        this(null, null, null, null, null, null, null);
    }

    /** Called every few seconds: takes samples, and runs the audit once a minute. */
    public synchronized void tick() {
        events.sample();
        if (lastRunNanos == null || clock.monotonicNanos() - lastRunNanos >= EVERY.toNanos()) {
            run();
        } else if (mirror.isOpen()) {
            Optional<Finding> before = Optional.ofNullable(findings.get(Invariant.I4));
            look(Invariant.I4);
            if (before.filter(Finding::isBroken).isPresent()
                    != findings.get(Invariant.I4).isBroken()) {
                tell();
            }
        }
    }

    /** Looks at everything now. */
    public synchronized List<Finding> run() {
        lastRunNanos = clock.monotonicNanos();
        for (Invariant invariant : Invariant.values()) {
            look(invariant);
        }
        tell();
        return latest;
    }

    private void tell() {
        latest = List.copyOf(findings.values());
        done.fire(new AuditDone(latest));
    }

    /** The latest finding of each invariant, in the order of the enum; empty before the first run. Never waits. */
    public List<Finding> findings() {
        return latest;
    }

    /** How long ago the last run was; empty before the first. Never waits. */
    public Optional<Duration> age() {
        return Optional.ofNullable(lastRunNanos).map(nanos -> Duration.ofNanos(clock.monotonicNanos() - nanos));
    }

    private void look(Invariant invariant) {
        long begun = clock.monotonicNanos();
        Finding finding;
        try {
            List<String> offenders = offenders(invariant).get();
            finding = Finding.of(invariant, time.now(), since(begun), offenders);
        } catch (RuntimeException e) {
            MonitoringLog.LOG.notAudited(invariant, e);
            finding = Finding.failed(invariant, time.now(), since(begun), String.valueOf(e.getMessage()));
        }
        if (finding.isBroken()) {
            MonitoringLog.LOG.broken(invariant, finding.offenders());
        }
        findings.put(invariant, finding);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(clock.monotonicNanos() - nanos);
    }

    private Supplier<List<String>> offenders(Invariant invariant) {
        return switch (invariant) {
            case I4 -> mirror::offenders;
            case I11 -> chain::round;
            case I12 -> events::offenders;
            default -> () -> database.inNewTransaction(connection -> AuditQueries.offenders(connection, invariant));
        };
    }
}
