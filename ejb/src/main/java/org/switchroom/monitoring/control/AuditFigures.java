package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.monitoring.entity.Invariant;

/** The self-audit's figures. */
@ApplicationScoped
public class AuditFigures implements SelfAuditMXBean {
    private static final double NANOS_PER_MILLI = 1e6;

    private final SelfAudit audit;

    @Inject
    AuditFigures(SelfAudit audit) {
        this.audit = audit;
    }

    /** For the container's proxy only. */
    protected AuditFigures() {
        this(null);
    }

    /** Offenders by the invariant's name. */
    Map<String, Integer> byInvariant() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Invariant invariant : Invariant.values()) {
            counts.put(invariant.name(), count(invariant));
        }
        return counts;
    }

    private int count(Invariant invariant) {
        return audit.findings().stream()
                .filter(finding -> finding.invariant() == invariant)
                .mapToInt(Finding::count)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public int getI1() {
        return count(Invariant.I1);
    }

    @Override
    public int getI2() {
        return count(Invariant.I2);
    }

    @Override
    public int getI3() {
        return count(Invariant.I3);
    }

    @Override
    public int getI4() {
        return count(Invariant.I4);
    }

    @Override
    public int getI12() {
        return count(Invariant.I12);
    }

    @Override
    public int getDeadlines() {
        return count(Invariant.DEADLINES);
    }

    @Override
    public int getLeases() {
        return count(Invariant.LEASES);
    }

    @Override
    public int getBrokenCount() {
        return (int) audit.findings().stream().filter(Finding::isBroken).count();
    }

    @Override
    public int getUnknownCount() {
        List<Finding> findings = audit.findings();
        long looked = findings.stream().filter(Finding::isKnown).count();
        return (int) (Invariant.values().length - looked);
    }

    @Override
    public long getAgeMillis() {
        return audit.age().map(Duration::toMillis).orElse(-1L);
    }

    @Override
    public double getDurationMillis() {
        return audit.findings().stream()
                        .mapToLong(finding -> finding.took().toNanos())
                        .sum()
                / NANOS_PER_MILLI;
    }
}
