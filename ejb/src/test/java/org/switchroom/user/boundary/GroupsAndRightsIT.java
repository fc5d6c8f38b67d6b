package org.switchroom.user.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.user.control.GroupInUseException;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.Role;

class GroupsAndRightsIT {
    private final People people = new People();

    @AfterEach
    void close() throws SQLException {
        people.close();
    }

    @Test
    void aPersonSeesTheCampaignsOfTheGroup() {
        add("sales", People.campaigns("SALES", "TEST"));
        inGroup("anna", "sales", Role.AGENT);

        assertEquals(Scope.of(Set.of("SALES", "TEST")), people.rights.scopeOf("anna"));
    }

    @Test
    void aGroupMaySeeAllCampaigns() {
        add("all", People.campaigns("SALES", "*"));
        inGroup("anna", "all", Role.SUPERVISOR);

        assertTrue(people.rights.scopeOf("anna").sees("ANY"));
        assertFalse(people.rights.of("anna").allows(RightKind.DESTINATION, "DE"));
    }

    @Test
    void anAdministratorSeesEverythingWithoutAGroup() {
        people.add("boss", Role.ADMIN);

        assertEquals(Scope.everything(), people.rights.scopeOf("boss"));
        assertTrue(people.rights.of("boss").allows(RightKind.REPORT, "any"));
    }

    @Test
    void strangersAndWhoIsSwitchedOffAndWhoIsInNoGroupSeeNothing() {
        people.add("nogroup", Role.SUPERVISOR);
        add("all", People.campaigns("*"));
        inGroup("gone", "all", Role.AGENT);
        people.database.run("update user_account set enabled = false where name = 'gone'");

        for (String name : List.of("nogroup", "gone", "stranger")) {
            assertEquals(Scope.of(Set.of()), people.rights.scopeOf(name), name);
        }
    }

    @Test
    void aGroupIsChangedFromOneVersionToTheNext() {
        add("sales", People.campaigns("SALES"));
        long seen = people.groups.find("sales").orElseThrow().getVersion();

        people.entities.in(() -> people.groups.change("sales", People.campaigns("OTHER"), seen));

        assertEquals(
                "SALES|OTHER",
                people.audit.last().changes().get("campaigns").before() + "|"
                        + people.audit.last().changes().get("campaigns").after());
        assertThrows(
                StaleVersionException.class,
                () -> people.entities.in(() -> people.groups.change("sales", People.campaigns("SALES"), seen)));
        assertEquals(List.of("OTHER"), people.database.rows("select value from user_group_right"));
    }

    @Test
    void aGroupWithPeopleStays() {
        add("sales", People.campaigns("SALES"));
        inGroup("anna", "sales", Role.AGENT);

        assertEquals(Map.of("sales", 1L), people.groups.people());
        assertThrows(
                GroupInUseException.class, () -> people.entities.run(() -> people.groups.remove("sales", version())));

        people.database.run("update user_account set group_id = null");
        people.entities.run(() -> people.groups.remove("sales", version()));
        assertEquals(AuditVerb.REMOVED, people.audit.last().verb());
        assertEquals(List.of(), people.groups.list("", 50));
    }

    @Test
    void refusesWhatIsNoCampaign() {
        assertThrows(SettingsRefusedException.class, () -> add("bad", People.campaigns("<script>")));
        assertThrows(SettingsRefusedException.class, () -> add("*", People.campaigns("SALES")));
    }

    @Test
    void nobodyComesIntoAGroupThatIsNotThere() {
        AccountSettings settings = People.inGroup(People.settings("Anna", Role.AGENT), "nowhere");

        assertThrows(
                SettingsRefusedException.class,
                () -> people.entities.in(() -> people.accounts.add("anna", settings, People.PASSWORD)));
    }

    private long version() {
        return people.groups.find("sales").orElseThrow().getVersion();
    }

    private void add(String name, GroupSettings settings) {
        people.entities.in(() -> people.groups.add(name, settings));
    }

    private void inGroup(String name, String group, Role role) {
        AccountSettings settings = People.inGroup(People.settings(name, role), group);
        people.entities.in(() -> people.accounts.add(name, settings, People.PASSWORD));
    }
}
