package org.switchroom.user.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.user.control.LastAdministratorException;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.Passwords;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.AccountFilter;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;

class AccountsIT {
    private final People people = new People();

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void addsAnAccountThatMaySignIn() {
        people.add("anna", Role.AGENT, Role.SUPERVISOR);

        UserAccount anna = find("anna");
        assertEquals(Set.of("agent", "supervisor"), anna.getRoles());
        assertTrue(Passwords.isRight(People.PASSWORD.toCharArray(), anna.getPasswordHash()));
        assertTrue(anna.isMustChangePassword());
        assertEquals(AuditVerb.ADDED, people.audit.last().verb());
    }

    @Test
    void refusesASecondOneOfTheSameName() {
        people.add("anna", Role.AGENT);

        assertThrows(NameTakenException.class, () -> people.add("anna", Role.AGENT));
    }

    @Test
    void ofTwoThatAddOneNameAtTheSameMomentTheSecondIsRefused() {
        people.add("anna", Role.AGENT);
        Accounts looked = people.beforeAnybodyElse();

        assertThrows(
                NameTakenException.class,
                () -> people.entities.in(
                        () -> looked.add("anna", People.settings("Anna", Role.AGENT), People.PASSWORD)));
        people.add("bert", Role.AGENT);
    }

    @Test
    void searchesByNameRoleAndWhetherItIsActive() {
        people.add("anna", Role.AGENT);
        people.add("bert", Role.AGENT, Role.ADMIN);
        people.add("carl_x", Role.ADMIN);
        change("anna", People.switchedOff(People.settings("Anna Smith", Role.AGENT)));

        assertEquals(List.of("anna", "bert", "carl_x"), names(AccountFilter.ALL));
        assertEquals(List.of("anna"), names(AccountFilter.ALL.withText("SMITH")));
        assertEquals(List.of("carl_x"), names(AccountFilter.ALL.withText("_")));
        assertEquals(List.of(), names(AccountFilter.ALL.withText("%")));
        assertEquals(List.of("anna", "bert"), names(AccountFilter.ALL.withRole(Role.AGENT)));
        assertEquals(
                List.of("bert"), names(AccountFilter.ALL.withRole(Role.AGENT).withEnabled(true)));
    }

    @Test
    void goesOnAfterTheLastNameOfAPage() {
        people.add("anna", Role.AGENT);
        people.add("bert", Role.AGENT);

        assertEquals(1, people.accounts.list(AccountFilter.ALL, "", 1).size());
        assertEquals(
                "bert",
                people.accounts.list(AccountFilter.ALL, "anna", 1).get(0).getName());
    }

    @Test
    void remembersOnlyWhatChanged() {
        people.add("anna", Role.AGENT);

        change("anna", People.settings("Anna Smith", Role.AGENT));

        assertEquals(
                List.of(new AuditEntry.Change("anna", "Anna Smith")),
                List.copyOf(people.audit.last().changes().values()));
    }

    @Test
    void refusesAChangeThatRestsOnAnOlderVersion() {
        people.add("anna", Role.AGENT);
        long seen = find("anna").getVersion();
        change("anna", People.settings("Anna Smith", Role.AGENT));

        assertThrows(
                StaleVersionException.class,
                () -> people.entities.in(
                        () -> people.accounts.change("anna", People.settings("Other", Role.AGENT), seen)));
        assertEquals("Anna Smith", find("anna").getFullName());
    }

    @Test
    void anotherRoleIsAnotherVersion() {
        people.add("anna", Role.AGENT);
        long before = find("anna").getVersion();

        change("anna", People.settings("anna", Role.RECEPTIONIST));

        assertNotEquals(before, find("anna").getVersion());
        assertEquals(Set.of("receptionist"), find("anna").getRoles());
    }

    @Test
    void aWrongPasswordElsewhereIsNoOtherVersion() {
        people.add("anna", Role.AGENT);
        long before = find("anna").getVersion();

        people.entities.run(() -> find("anna").fail(Instant.parse("2026-03-01T12:00:00Z")));

        assertEquals("1", people.database.row("select failed_count from user_account"));
        assertEquals(before, find("anna").getVersion());
    }

    @Test
    void keepsTheLastAdministrator() {
        people.add("boss", Role.ADMIN);

        assertThrows(LastAdministratorException.class, () -> change("boss", People.settings("boss", Role.SUPERVISOR)));
        assertThrows(
                LastAdministratorException.class,
                () -> change("boss", People.switchedOff(People.settings("boss", Role.ADMIN))));

        people.add("other", Role.ADMIN);
        change("boss", People.settings("boss", Role.SUPERVISOR));
    }

    @Test
    void aPasswordThatSomebodyElseSetMustBeChangedAndIsNoOtherVersion() {
        people.add("anna", Role.AGENT);

        long before = find("anna").getVersion();
        people.entities.run(() -> people.accounts.setPassword("anna", "some other long one"));

        assertTrue(find("anna").isMustChangePassword());
        assertEquals(before, find("anna").getVersion());
        assertFalse(people.audit.entries().toString().contains("some other long one"));
        people.entities.run(() -> people.accounts.changePassword("anna", "some other long one", "one of my very own"));
        assertFalse(find("anna").isMustChangePassword());
    }

    @Test
    void ownPasswordNeedsThePresentOne() {
        people.add("anna", Role.AGENT);

        assertThrows(
                SettingsRefusedException.class,
                () -> people.entities.run(() -> people.accounts.changePassword("anna", "wrong", "one of my very own")));
        assertThrows(
                SettingsRefusedException.class,
                () -> people.entities.run(
                        () -> people.accounts.changePassword("anna", People.PASSWORD, People.PASSWORD)));
    }

    private void change(String name, org.switchroom.user.entity.AccountSettings settings) {
        people.entities.in(
                () -> people.accounts.change(name, settings, find(name).getVersion()));
    }

    private UserAccount find(String name) {
        return people.accounts.find(name).orElseThrow();
    }

    private List<String> names(AccountFilter filter) {
        return people.accounts.list(filter, "", 50).stream()
                .map(UserAccount::getName)
                .toList();
    }
}
