package org.switchroom.user.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What holds for everybody's sign-in.
 *
 * @param secondFactorRequired of supervisors and administrators
 * @param sessionsKeptDays for so long it is known who was signed in, from where, and with what
 */
public record SignInRules(boolean secondFactorRequired, int sessionsKeptDays) {
    public static final int MOST_DAYS = 3650;

    /** Before anybody changed anything. */
    public static final SignInRules DEFAULT = new SignInRules(false, 90);

    private static final String REQUIRED = "second_factor_required";
    private static final String KEPT = "sessions_kept_days";

    /** The rules of what {@link #text()} gave. */
    public static SignInRules of(String text) {
        Map<String, String> fields = Arrays.stream(text.split(";"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (a, b) -> b));
        return new SignInRules(
                Boolean.parseBoolean(fields.get(REQUIRED)),
                Integer.parseInt(fields.getOrDefault(KEPT, Integer.toString(DEFAULT.sessionsKeptDays))));
    }

    /** As it stands in the database. */
    public String text() {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Each rule as a text, for the audit and for comparing. */
    public Map<String, String> fields() {
        return new TreeMap<>(
                Map.of(REQUIRED, Boolean.toString(secondFactorRequired), KEPT, Integer.toString(sessionsKeptDays)));
    }

    /** What can't be right. */
    public List<Violation> violations() {
        return sessionsKeptDays >= 1 && sessionsKeptDays <= MOST_DAYS
                ? List.of()
                : List.of(new Violation(KEPT, "1 to %d".formatted(MOST_DAYS)));
    }

    /** Whether somebody with these roles needs a second factor. */
    public boolean needSecondFactor(Set<String> roles) {
        return secondFactorRequired && (roles.contains(Role.SUPERVISOR.word()) || roles.contains(Role.ADMIN.word()));
    }
}
