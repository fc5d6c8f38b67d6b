package org.switchroom.common;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void seesItsCampaignsAndNoOther() {
        Scope scope = Scope.of(Set.of("SALES"));

        assertTrue(scope.sees("SALES"));
        assertFalse(scope.sees("sales"));
        assertFalse(Scope.of(Set.of()).sees("SALES"));
    }

    @Test
    void everythingIncludesWhatIsNotNamed() {
        assertTrue(Scope.everything().sees("SALES"));
    }
}
