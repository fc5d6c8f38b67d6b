package org.switchroom.user.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.user.control.TokenSecret;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.user.entity.UserSession;

class SessionsIT {
    private static final Duration LONG_AGO = Duration.ofDays(90);

    private final People people = new People();
    private final Sessions sessions = new Sessions();
    private int cookies;

    @BeforeEach
    void wire() {
        sessions.entities = people.entities.manager();
        sessions.time = people.time;
        sessions.audit = people.audit;
        people.add("anna", Role.AGENT);
        people.add("bert", Role.AGENT);
    }

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void isOpenFromItsBeginToItsEnd() {
        long id = begin("anna");
        assertTrue(isOpen(id));
        assertEquals(AuditVerb.SIGNED_IN, people.audit.last().verb());

        people.entities.run(() -> sessions.end(id, "anna", Optional.of("anna")));

        assertFalse(isOpen(id));
        assertEquals(AuditVerb.SIGNED_OUT, people.audit.last().verb());
        assertEquals("anna", people.database.row("select ended_by from user_session"));
        assertFalse(isOpen(id + 1000));
    }

    @Test
    void isOverWhenItsOwnerIsSwitchedOff() {
        long id = begin("anna");

        people.database.run("update user_account set enabled = false where name = 'anna'");

        assertFalse(isOpen(id));
    }

    @Test
    void isOverWhenAnAdministratorSetsAnotherPassword() {
        long id = begin("anna");
        long other = begin("bert");

        people.entities.run(() -> people.accounts.setPassword("anna", "some other long one"));

        assertFalse(isOpen(id));
        assertTrue(isOpen(other));
        assertEquals(Set.of(id), sessions.endedWithin(Duration.ofMinutes(1)));
    }

    @Test
    void nobodyEndsAnothersAsTheirOwn() {
        long id = begin("anna");

        assertThrows(
                UnknownNameException.class,
                () -> people.entities.run(() -> sessions.end(id, "bert", Optional.of("bert"))));
        assertTrue(isOpen(id));

        people.entities.run(() -> sessions.end(id, "boss", Optional.empty()));
        assertFalse(isOpen(id));
    }

    @Test
    void signsOutEverywhereElse() {
        long here = begin("anna");
        long there = begin("anna");
        long others = begin("bert");

        assertEquals(1, people.entities.in(() -> sessions.endOthers("anna", here, "anna")));

        assertEquals(List.of(true, false, true), List.of(isOpen(here), isOpen(there), isOpen(others)));
        assertEquals(Set.of(there), sessions.endedWithin(Duration.ofMinutes(1)));
    }

    @Test
    void isListedUntilItWasNotSeenForTooLong() {
        long first = begin("anna");
        long second = begin("bert");
        assertEquals(List.of(second, first), ids(Optional.empty()));
        assertEquals(List.of(first), ids(Optional.of("anna")));

        people.database.run("update user_session set seen_at = seen_at - interval 31 minute where id = ?", first);

        assertEquals(List.of(second), ids(Optional.empty()));
    }

    @Test
    void beingSeenIsNotedOnceAMinuteAndUndoesNoEnd() {
        long id = begin("anna");
        people.database.run("update user_session set seen_at = seen_at - interval 2 minute");
        String before = people.database.row("select seen_at from user_session");

        people.entities.run(() -> {
            assertTrue(sessions.isOpen(id));
            people.database.run("update user_session set ended_at = utc_timestamp(3)");
        });

        assertFalse(before.equals(people.database.row("select seen_at from user_session")));
        assertFalse(isOpen(id));
    }

    @Test
    void whatANodeHeldIsOverWhenItStarts() {
        long id = begin("anna");

        people.entities.run(() -> sessions.forgetThoseOf("other"));
        assertTrue(isOpen(id));
        people.entities.run(() -> sessions.forgetThoseOf("node-1"));

        assertFalse(isOpen(id));
    }

    @Test
    void isForgottenAfterAWhileAndNeverWhileItIsOpen() {
        begin("anna");
        long old = begin("anna");
        people.entities.run(() -> sessions.expired(old));
        people.database.run("update user_session set seen_at = seen_at - interval 91 day where id = ?", old);

        assertEquals(1, people.entities.in(() -> sessions.removeOlderThan(LONG_AGO)));
        assertEquals(1, ids(Optional.empty()).size());
    }

    private long begin(String name) {
        SessionOrigin origin = new SessionOrigin(
                TokenSecret.hash("cookie " + cookies++), "node-1", Optional.of("127.0.0.1"), Optional.of("a\nb"));
        return people.entities.in(() -> sessions.begin(name, origin));
    }

    private boolean isOpen(long id) {
        return people.entities.in(() -> sessions.isOpen(id));
    }

    private List<Long> ids(Optional<String> owner) {
        return sessions.list(owner, Long.MAX_VALUE, 50).stream()
                .map(UserSession::getId)
                .toList();
    }
}
