package org.switchroom.user.control;

import java.util.List;
import org.switchroom.common.SituationException;
import org.switchroom.user.entity.Violation;

/** An account, a group or a token can't be as it was described; says all that is wrong. Nothing was changed. */
public class SettingsRefusedException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public SettingsRefusedException(List<Violation> violations) {
        super(
                "setting-refused",
                violations.get(0).field() + ": " + violations.get(0).message());
        this.violations = List.copyOf(violations);
    }

    public SettingsRefusedException(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    /** @throws SettingsRefusedException if there are any */
    public static void ifAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new SettingsRefusedException(violations);
        }
    }

    public List<Violation> violations() {
        return violations;
    }
}
