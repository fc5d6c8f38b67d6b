package org.switchroom.user.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is said of a token when it is made; none of it changes later.
 *
 * @param label what it is for
 * @param expiresAt null for never
 */
public record TokenSettings(String label, TokenScope scope, Instant expiresAt) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 128;

    public TokenSettings {
        label = label == null ? "" : label.strip();
    }

    /** What can't be right. */
    public List<Violation> violations(Instant now) {
        List<Violation> found = new ArrayList<>();
        if (label.isEmpty()
                || label.length() > LONGEST
                || CONTROL.matcher(label).find()) {
            found.add(new Violation("label", "1 to %d characters on one line".formatted(LONGEST)));
        }
        scope.violation().ifPresent(found::add);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            found.add(new Violation("expires_at", "a time that is still to come"));
        }
        return found;
    }

    /** Each setting as a text, for the audit. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("label", label);
        fields.put("may_write", Boolean.toString(scope.mayWrite()));
        fields.put("areas", scope.areas().isEmpty() ? "*" : String.join(", ", new TreeSet<>(scope.areas())));
        fields.put("expires_at", expiresAt == null ? null : expiresAt.toString());
        return fields;
    }
}
