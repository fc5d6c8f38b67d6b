package org.switchroom.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.switchroom.monitoring.boundary.AuditBoard;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.web.support.Words;

/** The self-audit: what must be true, whether it is, and what to do where it is not. */
@Named("audit")
@RequestScoped
public class AuditBacking {
    private static final double NANOS_PER_MILLI = 1e6;

    @Inject
    private AuditBoard board;

    @Inject
    private Words words;

    public List<Finding> getFindings() {
        return board.findings();
    }

    public void lookNow() {
        board.lookNow();
    }

    /** HOLDS, BROKEN, or OPEN where nobody could look. */
    public String getState() {
        List<Finding> findings = getFindings();
        if (findings.stream().anyMatch(Finding::isBroken)) {
            return "BROKEN";
        }
        return findings.isEmpty() || !findings.stream().allMatch(Finding::isKnown) ? "OPEN" : "HOLDS";
    }

    public String stateOf(Finding finding) {
        if (finding.isBroken()) {
            return "BROKEN";
        }
        return finding.isKnown() ? "HOLDS" : "OPEN";
    }

    public String title(Finding finding) {
        return words.of("audit." + finding.invariant());
    }

    public String next(Finding finding) {
        return finding.isKnown() ? words.of("audit." + finding.invariant() + ".next") : words.of("audit.unknownNext");
    }

    public String took(Finding finding) {
        return words.millis(finding.took().toNanos() / NANOS_PER_MILLI);
    }
}
