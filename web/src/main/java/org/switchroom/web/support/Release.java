package org.switchroom.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;

/** Which release runs and since when; the tag stands in the address of each style, script and icon. */
@Named
@ApplicationScoped
public class Release {
    private final Instant startedAt = Instant.now();

    public String getVersion() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("development");
    }

    public String getTag() {
        return Long.toString(startedAt.getEpochSecond(), Character.MAX_RADIX);
    }

    public Instant getStartedAt() {
        return startedAt;
    }
}
