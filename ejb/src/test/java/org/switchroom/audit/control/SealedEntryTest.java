package org.switchroom.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SealedEntryTest {
    private static final Instant AT = Instant.parse("2026-01-31T23:59:59.120Z");

    /** Computed with sha256sum over the text that the class describes. */
    @Test
    void hashIsThatOfTheTextThatIsDescribed() {
        assertEquals(
                "abdfe3775fcb73a39506636e8741294b3c758a784608abc93536daaa17a1c463",
                entry("admin", "192.0.2.1", "campaign", "SALES").hashAfter(SealedEntry.NO_HASH));
    }

    @Test
    void noTextRunsOverIntoTheNext() {
        assertNotEquals(
                entry("admin", null, "ab", "c").hashAfter(SealedEntry.NO_HASH),
                entry("admin", null, "a", "bc").hashAfter(SealedEntry.NO_HASH));
        assertNotEquals(
                entry("admin", null, "a", "b").hashAfter(SealedEntry.NO_HASH),
                entry("admin", "-", "a", "b").hashAfter(SealedEntry.NO_HASH));
    }

    @Test
    void hashDependsOnTheEntryBefore() {
        SealedEntry entry = entry("admin", null, "a", "b");

        assertNotEquals(entry.hashAfter(SealedEntry.NO_HASH), entry.hashAfter("1" + SealedEntry.NO_HASH.substring(1)));
    }

    private static SealedEntry entry(String actor, String address, String subject, String key) {
        return new SealedEntry(1, AT, actor, "PAGE", address, "CHANGED", subject, key, "{\"n\":[\"\u00e4\",null]}");
    }
}
