package org.switchroom.user.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.TokenSecret;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.TokenOwner;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;

class TokensIT {
    private static final TokenScope READS_ACTIONS = new TokenScope(false, Set.of("actions"));

    private final People people = new People();
    private final TokenBook tokens = new TokenBook();
    private final TokenLookup lookup = new TokenLookup();

    @BeforeEach
    void wire() {
        tokens.entities = people.entities.manager();
        tokens.time = people.time;
        tokens.audit = people.audit;
        lookup.entities = people.entities.manager();
        people.add("robot", Role.API);
    }

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void aTokenIsItsOwnersWithinItsScope() {
        TokenBook.Issued issued = issue(null);

        assertEquals(Optional.of(new TokenOwner("robot", Set.of("api"), READS_ACTIONS)), owner(issued.secret(), now()));
    }

    @Test
    void theSecretIsNowhereInTheDatabaseOrTheAudit() {
        TokenBook.Issued issued = issue(null);

        assertEquals(TokenSecret.hash(issued.secret()), people.database.row("select token_hash from api_token"));
        assertFalse(people.audit.entries().toString().contains(issued.secret()));
    }

    @Test
    void endsWhenItExpires() {
        TokenBook.Issued issued = issue(now().plusSeconds(60));

        assertEquals(Optional.empty(), owner(issued.secret(), now().plusSeconds(61)));
    }

    @Test
    void endsWhenItIsRevokedAndTheFirstTimeIsKept() {
        TokenBook.Issued issued = issue(null);
        long id = issued.token().getId();
        people.entities.run(() -> tokens.revoke(id));
        String at = people.database.row("select revoked_at from api_token");
        assertEquals(AuditVerb.REMOVED, people.audit.last().verb());
        int entries = people.audit.entries().size();

        people.entities.run(() -> tokens.revoke(id));

        assertEquals(at, people.database.row("select revoked_at from api_token"));
        assertEquals(entries, people.audit.entries().size());
        assertEquals(Optional.empty(), owner(issued.secret(), now()));
        assertThrows(UnknownNameException.class, () -> people.entities.run(() -> tokens.revoke(id + 1000)));
    }

    @Test
    void itsUseIsNotedOnceAMinute() {
        TokenBook.Issued issued = issue(null);
        Instant first = now();

        owner(issued.secret(), first);
        String noted = people.database.row("select used_at from api_token");
        owner(issued.secret(), first.plusSeconds(30));
        assertEquals(noted, people.database.row("select used_at from api_token"));
        owner(issued.secret(), first.plus(Duration.ofMinutes(2)));

        assertFalse(noted.equals(people.database.row("select used_at from api_token")));
    }

    @Test
    void isListedForItsOwnerNewestFirst() {
        people.add("other", Role.API);
        long first = issue(null).token().getId();
        long second = issue(null).token().getId();

        assertEquals(List.of(second, first), ids(Optional.of("robot"), Long.MAX_VALUE));
        assertEquals(List.of(first), ids(Optional.empty(), second));
        assertEquals(List.of(), ids(Optional.of("other"), Long.MAX_VALUE));
    }

    @Test
    void isRefusedForNobodyAndInThePast() {
        TokenSettings settings = new TokenSettings("test", READS_ACTIONS, null);

        assertThrows(UnknownNameException.class, () -> people.entities.in(() -> tokens.issue("nobody", settings)));
        assertThrows(SettingsRefusedException.class, () -> issue(now().minusSeconds(1)));
    }

    private TokenBook.Issued issue(Instant expiresAt) {
        return people.entities.in(() -> tokens.issue("robot", new TokenSettings("test", READS_ACTIONS, expiresAt)));
    }

    private Optional<TokenOwner> owner(String secret, Instant at) {
        return people.entities.in(() -> lookup.owner(TokenSecret.hash(secret), at));
    }

    private List<Long> ids(Optional<String> owner, long before) {
        return tokens.list(owner, before, 50).stream()
                .map(org.switchroom.user.entity.ApiToken::getId)
                .toList();
    }

    private Instant now() {
        return people.time.now();
    }
}
