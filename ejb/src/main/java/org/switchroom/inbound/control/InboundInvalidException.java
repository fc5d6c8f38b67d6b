package org.switchroom.inbound.control;

import java.util.List;
import java.util.stream.Collectors;
import org.switchroom.common.SituationException;
import org.switchroom.inbound.entity.Violation;

/** There can't be such an item; carries all that is wrong. */
public class InboundInvalidException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param violations at least one */
    public InboundInvalidException(List<Violation> violations) {
        super(
                "inbound-invalid",
                violations.stream().map(Violation::sentence).collect(Collectors.joining("; ", "", ".")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    /** The first setting that is wrong. */
    public String field() {
        return violations.get(0).setting();
    }
}
