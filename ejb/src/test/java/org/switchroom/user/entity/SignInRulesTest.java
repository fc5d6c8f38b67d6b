package org.switchroom.user.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInRulesTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void areReadBackFromTheirText() {
        SignInRules rules = new SignInRules(true, 7);

        assertEquals(rules, SignInRules.of(rules.text()));
        assertEquals(SignInRules.DEFAULT, SignInRules.of(""));
    }

    @Test
    void wantASecondFactorOfThoseWhoMayDoMuch() {
        SignInRules rules = new SignInRules(true, 7);

        assertTrue(rules.needSecondFactor(Set.of("agent", "supervisor")));
        assertTrue(rules.needSecondFactor(Set.of("admin")));
        assertFalse(rules.needSecondFactor(Set.of("agent", "receptionist", "api")));
        assertFalse(SignInRules.DEFAULT.needSecondFactor(Set.of("admin")));
    }

    @Test
    void refuseDaysThatAreNone() {
        assertEquals(List.of(), new SignInRules(true, 1).violations());
        assertEquals(1, new SignInRules(true, 0).violations().size());
        assertEquals(
                1, new SignInRules(true, SignInRules.MOST_DAYS + 1).violations().size());
    }

    @Test
    void thirtyWrongTriesLockAnAddress() {
        SignInAddress address = new SignInAddress("192.0.2.7", AT);
        for (int i = 1; i < SignInAddress.MOST_FAILURES; i++) {
            address.fail(AT);
        }
        assertFalse(address.isLocked(AT));

        address.fail(AT);

        assertTrue(address.isLocked(AT));
        assertFalse(address.isLocked(AT.plus(SignInAddress.LOCKED_FOR)));
    }

    @Test
    void wrongTriesOfLongAgoDontCount() {
        SignInAddress address = new SignInAddress("192.0.2.7", AT);
        for (int i = 1; i < SignInAddress.MOST_FAILURES; i++) {
            address.fail(AT);
        }

        address.fail(AT.plus(SignInAddress.COUNTED_FOR).plusMillis(1));

        assertFalse(address.isLocked(AT.plus(SignInAddress.COUNTED_FOR)));
    }
}
