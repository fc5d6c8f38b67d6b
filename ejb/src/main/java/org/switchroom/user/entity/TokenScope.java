package org.switchroom.user.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of its owner's rights a token may use.
 *
 * @param mayWrite whether it may change anything
 * @param areas first parts of paths of the API, for example {@code actions}; empty for all
 */
public record TokenScope(boolean mayWrite, Set<String> areas) implements Serializable {
    /** All that its owner may. */
    public static final TokenScope EVERYTHING = new TokenScope(true, Set.of());

    private static final Pattern AREA = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final int LONGEST = 255;

    public TokenScope {
        areas = Set.copyOf(areas);
    }

    /** @param column the areas with commas between; null for all */
    static TokenScope of(boolean mayWrite, String column) {
        return new TokenScope(mayWrite, column == null ? Set.of() : Set.copyOf(Arrays.asList(column.split(","))));
    }

    /** The areas as they stand in the database; null for all. */
    String column() {
        return areas.isEmpty() ? null : String.join(",", new TreeSet<>(areas));
    }

    public boolean admits(String area) {
        return areas.isEmpty() || areas.contains(area);
    }

    /** Whether everything that the other one admits is admitted here too. */
    public boolean covers(TokenScope other) {
        boolean allAreas = areas.isEmpty() || !other.areas.isEmpty() && areas.containsAll(other.areas);
        return allAreas && (mayWrite || !other.mayWrite);
    }

    Optional<Violation> violation() {
        boolean spelled = areas.stream().allMatch(area -> AREA.matcher(area).matches());
        boolean fits = String.join(",", areas).length() <= LONGEST;
        return spelled && fits
                ? Optional.empty()
                : Optional.of(new Violation("areas", "first parts of paths under /api/v1, for example actions"));
    }
}
