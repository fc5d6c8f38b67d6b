package org.switchroom.user.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchroom.user.entity.TokenOwner;
import org.switchroom.user.entity.TokenScope;

class KnownTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TokenOwner OWNER = new TokenOwner("robot", Set.of("api"), TokenScope.EVERYTHING);

    private final KnownTokens known = new KnownTokens();

    @Test
    void forgetsATokenAfterTwoSeconds() {
        known.good("hash", OWNER, NOW);

        assertEquals(Optional.of(OWNER), known.owner("hash", NOW.plusMillis(1999)));
        assertEquals(Optional.empty(), known.owner("hash", NOW.plusMillis(2000)));
        assertEquals(Optional.empty(), known.owner("other", NOW));
    }

    @Test
    void forgetsATokenWhenTheClockWasSetBack() {
        known.good("hash", OWNER, NOW);

        assertEquals(Optional.empty(), known.owner("hash", NOW.minusSeconds(3600)));
    }

    @Test
    void keepsAThousandAtMost() {
        for (int i = 0; i <= 1000; i++) {
            known.good("hash" + i, OWNER, NOW);
        }

        assertEquals(Optional.empty(), known.owner("hash0", NOW));
        assertEquals(Optional.of(OWNER), known.owner("hash1000", NOW));
    }
}
