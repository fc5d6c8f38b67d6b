package org.switchroom.guard.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a cap holds for, and whose it is. */
public record CapKey(CapScope scope, String name) implements Serializable {
    /** The name where there is only one. */
    public static final String EVERYTHING = "*";

    public static final CapKey ALL = new CapKey(CapScope.ALL, EVERYTHING);

    /** The key that a path names: {@code all}, {@code group/Sales}, {@code trunk/pbx1/PJSIP/carrier}. */
    public static Optional<CapKey> of(String path) {
        if (path.equals("all")) {
            return Optional.of(ALL);
        }
        int slash = path.indexOf('/');
        return Arrays.stream(CapScope.values())
                .filter(scope -> scope != CapScope.ALL
                        && slash > 0
                        && path.substring(0, slash).equals(word(scope)))
                .map(scope -> new CapKey(scope, path.substring(slash + 1)))
                .findFirst();
    }

    public String path() {
        return scope == CapScope.ALL ? "all" : word(scope) + "/" + name;
    }

    private static String word(CapScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return scope == CapScope.ALL ? "all calls" : word(scope) + " " + name;
    }
}
