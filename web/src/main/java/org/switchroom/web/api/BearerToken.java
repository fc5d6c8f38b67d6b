package org.switchroom.web.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token in a header {@code Authorization} (RFC 6750). */
final class BearerToken {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{8,512})");

    private BearerToken() {}

    /** The token, if there is exactly one such header and it is spelled well. */
    static Optional<String> in(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }
}
