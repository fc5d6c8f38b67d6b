package org.switchroom.web.api;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchroom.user.entity.TokenScope;

/** Areas of the API, which a token can be limited to: the first part of a path under {@code /v1}. */
public final class ApiArea {
    private static final Pattern AREA = Pattern.compile("/v1/([a-z-]+)(?:/.*)?");

    /** All that there are. */
    public static final Set<String> ALL = ApiApplication.RESOURCES.stream()
            .flatMap(resource -> of(resource).stream())
            .collect(Collectors.toCollection(TreeSet::new));

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private ApiArea() {}

    /** Why a token of this scope can't call this method of a resource; empty if it can. */
    static Optional<Problem> refusal(TokenScope scope, Method method, String verb) {
        String area = of(method.getDeclaringClass()).orElse("");
        if (!scope.admits(area)) {
            return Optional.of(Problem.of(
                    403,
                    "token-area",
                    "This token is for %s only; this needs one for %s."
                            .formatted(String.join(", ", new TreeSet<>(scope.areas())), area)));
        }
        return scope.mayWrite() || READS.contains(verb)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        403, "token-read-only", "This token may only read; this needs one that may change."));
    }

    private static Optional<String> of(Class<?> resource) {
        Matcher path = AREA.matcher(resource.getAnnotation(Path.class).value());
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }
}
