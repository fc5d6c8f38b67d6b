package org.switchroom.user.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserAccountTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private final UserAccount account =
            new UserAccount("anna", "Anna", "$2a$", Set.of(Role.AGENT, Role.SUPERVISOR), AT);

    @Test
    void isLockedByTheFifthWrongPasswordInARow() {
        fail(UserAccount.MOST_FAILURES - 1);
        assertFalse(account.isLocked(AT));

        fail(1);
        assertTrue(account.isLocked(AT));
    }

    @Test
    void isFreeAgainAfterAWhile() {
        fail(UserAccount.MOST_FAILURES);

        assertTrue(account.isLocked(AT.plus(UserAccount.LOCKED_FOR).minusMillis(1)));
        assertFalse(account.isLocked(AT.plus(UserAccount.LOCKED_FOR)));
    }

    @Test
    void forgetsWrongPasswordsAfterARightOne() {
        fail(UserAccount.MOST_FAILURES - 1);

        account.succeed(AT);
        fail(UserAccount.MOST_FAILURES - 1);

        assertFalse(account.isLocked(AT));
    }

    @Test
    void needsFiveWrongPasswordsForTheNextLock() {
        fail(UserAccount.MOST_FAILURES);
        Instant free = AT.plus(UserAccount.LOCKED_FOR);

        account.fail(free);

        assertFalse(account.isLocked(free));
    }

    @Test
    void hasItsRolesByTheWordsOfTheDatabase() {
        assertEquals(Set.of("agent", "supervisor"), account.getRoles());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            account.fail(AT);
        }
    }
}
