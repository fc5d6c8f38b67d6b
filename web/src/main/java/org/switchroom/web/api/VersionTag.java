package org.switchroom.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.common.StaleVersionException;
import org.switchroom.web.api.body.BodyRefusedException;

/**
 * Versions as entity tags (RFC 9110): an answer carries {@code ETag: "7"}, and who changes or removes the thing says in {@code If-Match}
 * which version was seen. Without it the answer is 428, after somebody else's change 412 with the thing as it is now.
 */
final class VersionTag {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private VersionTag() {}

    /** An answer with this representation and the tag of its version. */
    static Response answer(int status, long version, String representation) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, of(version))
                .entity(representation)
                .build();
    }

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller saw.
     *
     * @throws VersionMissingException if there is no {@code If-Match}
     * @throws BodyRefusedException if it is not exactly one tag that this API gave
     */
    static long needed(HttpHeaders headers) {
        List<String> given = Optional.ofNullable(headers.getRequestHeader(HttpHeaders.IF_MATCH))
                .orElse(List.of());
        if (given.isEmpty()) {
            throw new VersionMissingException();
        }
        Matcher tag = TAG.matcher(given.get(0));
        if (given.size() != 1 || !tag.matches()) {
            throw new BodyRefusedException(
                    HttpHeaders.IF_MATCH,
                    "This must be the one tag that the ETag of the answer had, for example \"7\".");
        }
        return Long.parseLong(tag.group(1));
    }

    /**
     * Runs a change of a version that may have been left behind.
     *
     * @param present reads the thing as it is now
     * @throws ChangedMeanwhileException with that, if it was
     */
    static <T, P> T change(Supplier<T> change, Supplier<P> present, Function<P, String> representation) {
        try {
            return change.get();
        } catch (StaleVersionException e) {
            throw new ChangedMeanwhileException(e, representation.apply(present.get()));
        }
    }
}
