package org.switchroom.endpoint.control;

import java.util.Optional;
import java.util.OptionalInt;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.endpoint.entity.SafePattern;
import org.switchroom.endpoint.entity.Technology;

/** An endpoint as the plan holds it, its pattern compiled. */
public record Dialable(
        String serverName,
        Technology technology,
        String name,
        EndpointKind kind,
        Optional<SafePattern> digits,
        OptionalInt maxOriginatesPerSecond,
        boolean enabled) {

    static Dialable of(Endpoint endpoint) {
        endpoint.requireValid();
        return new Dialable(
                endpoint.serverName(),
                endpoint.technology(),
                endpoint.name(),
                endpoint.kind(),
                endpoint.digitsPattern().map(pattern -> SafePattern.parse("digits_pattern", pattern)),
                endpoint.maxOriginatesPerSecond(),
                endpoint.enabled());
    }

    boolean allowsDigits(String dialled) {
        return digits.filter(pattern -> pattern.matches(dialled)).isPresent();
    }
}
