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
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.audit.entity.AuditFilter;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.RecordedEvent;
import org.switchroom.user.control.AccountErased;
import org.switchroom.user.control.LastAdministratorException;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;

class PersonalRecordIT {
    private final People people = new People();
    private final PersonalRecord person = new PersonalRecord();
    private final RecordedEvent<AccountErased> erased = new RecordedEvent<>();
    private final Sessions sessions = new Sessions();
    private final TokenBook tokens = new TokenBook();

    @BeforeEach
    void wire() {
        person.entities = people.entities.manager();
        person.time = people.time;
        person.audit = people.audit;
        person.trail = new AuditTrail() {
            @Override
            public List<AuditRecord> list(AuditFilter filter, long before, int most) {
                return List.of();
            }
        };
        person.erased = erased;
        sessions.entities = people.entities.manager();
        sessions.time = people.time;
        sessions.audit = people.audit;
        tokens.entities = people.entities.manager();
        tokens.time = people.time;
        tokens.audit = people.audit;
        people.add("anna", Role.AGENT);
        people.entities.in(() -> sessions.begin(
                "anna", new SessionOrigin("0".repeat(64), "n", Optional.of("192.0.2.7"), Optional.of("Firefox"))));
        people.entities.in(() -> tokens.issue("anna", new TokenSettings("own", new TokenScope(false, Set.of()), null)));
    }

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void givesOutAllThatIsKeptAndRemembersThat() {
        PersonalRecord.Kept kept = people.entities.in(() -> person.export("anna"));

        assertEquals("anna", kept.account().getFullName());
        assertEquals("192.0.2.7", kept.sessions().get(0).getAddress());
        assertEquals("own", kept.tokens().get(0).settings().label());
        assertFalse(kept.isCut());
        assertEquals(AuditVerb.EXPORTED, people.audit.last().verb());
        assertThrows(UnknownNameException.class, () -> people.entities.in(() -> person.export("nobody")));
    }

    @Test
    void erasesAllButTheName() {
        people.entities.run(() -> person.erase("anna"));

        assertEquals(
                "anna|-|-|0|-|-",
                people.database.row("select name, full_name, password_hash, enabled, group_id, last_sign_in_at"
                        + " from user_account"));
        for (String table : List.of("api_token", "recovery_code", "user_role")) {
            assertEquals(List.of(), people.database.rows("select 1 from " + table), table);
        }
        assertEquals("-|-|-", people.database.row("select address, agent, ended_by from user_session"));
        assertEquals(1, sessions.endedWithin(Duration.ofMinutes(1)).size());
        assertEquals(AuditVerb.REMOVED, people.audit.last().verb());
        assertTrue(people.audit.last().changes().isEmpty());
    }

    @Test
    void nobodyUsesAnErasedAccountOrItsNameAgain() {
        people.entities.run(() -> person.erase("anna"));

        assertThrows(
                SettingsRefusedException.class,
                () -> people.entities.run(() -> people.accounts.setPassword("anna", "some other long one")));
        assertThrows(
                SettingsRefusedException.class,
                () -> people.entities.in(() -> people.accounts.change("anna", People.settings("Anna", Role.AGENT), 2)));
        assertThrows(NameTakenException.class, () -> people.add("anna", Role.AGENT));
    }

    @Test
    void keepsTheLastAdministrator() {
        people.add("boss", Role.ADMIN);

        assertThrows(LastAdministratorException.class, () -> people.entities.run(() -> person.erase("boss")));
    }
}
