package org.switchroom.user.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenScopeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TokenScope ACTIONS = new TokenScope(true, Set.of("actions"));

    @Test
    void withoutAreasEverythingIsAdmitted() {
        assertTrue(TokenScope.EVERYTHING.admits("actions"));
        assertNull(TokenScope.EVERYTHING.column());
    }

    @Test
    void withAreasNothingElseIsAdmitted() {
        assertTrue(ACTIONS.admits("actions"));
        for (String other : List.of("audit", "", "action", "actions-x", "Actions")) {
            assertFalse(ACTIONS.admits(other), other);
        }
    }

    @Test
    void areasAreReadBackFromTheirColumn() {
        TokenScope scope = new TokenScope(false, Set.of("users", "actions"));

        assertEquals("actions,users", scope.column());
        assertEquals(scope, TokenScope.of(false, scope.column()));
    }

    @Test
    void coversOnlyWhatIsNotMore() {
        TokenScope reading = new TokenScope(false, Set.of());

        assertTrue(TokenScope.EVERYTHING.covers(ACTIONS));
        assertTrue(ACTIONS.covers(new TokenScope(false, Set.of("actions"))));
        assertFalse(ACTIONS.covers(TokenScope.EVERYTHING));
        assertFalse(ACTIONS.covers(new TokenScope(true, Set.of("actions", "users"))));
        assertFalse(reading.covers(ACTIONS));
        assertTrue(reading.covers(new TokenScope(false, Set.of("actions"))));
    }

    @Test
    void refusesWhatIsNoAreaAndWhatIsOver() {
        assertEquals(List.of(), fields(settings("robot", Set.of("lead-lists"), NOW.plusSeconds(1))));
        assertEquals(List.of("label"), fields(settings(" ", Set.of(), null)));
        assertEquals(List.of("label"), fields(settings("a\nb", Set.of(), null)));
        assertEquals(List.of("areas"), fields(settings("robot", Set.of("a,b"), null)));
        assertEquals(List.of("expires_at"), fields(settings("robot", Set.of(), NOW)));
    }

    private static TokenSettings settings(String label, Set<String> areas, Instant expiresAt) {
        return new TokenSettings(label, new TokenScope(true, areas), expiresAt);
    }

    private static List<String> fields(TokenSettings settings) {
        return settings.violations(NOW).stream().map(Violation::field).toList();
    }
}
