package org.switchroom.user.boundary;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.switchroom.audit.boundary.RecordedAudit;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.common.control.TestEntities;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RecoveryCode;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.Setting;
import org.switchroom.user.entity.SignInAddress;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.user.entity.UserSession;

/** The feature on a real database, with nobody in it. */
final class People implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final TestDatabase database = TestDatabase.empty();
    final TestEntities entities;
    final RecordedAudit audit = new RecordedAudit();
    final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    final Accounts accounts = new Accounts();
    final UserGroups groups = new UserGroups();
    final Rights rights = new Rights();

    People() {
        database.run("delete from user_group");
        entities = new TestEntities(
                UserAccount.class,
                UserGroup.class,
                ApiToken.class,
                UserSession.class,
                RecoveryCode.class,
                Setting.class,
                SignInAddress.class);
        wire(accounts);
        groups.entities = entities.manager();
        groups.time = time;
        groups.audit = audit;
        rights.entities = entities.manager();
    }

    private Accounts wire(Accounts made) {
        made.entities = entities.manager();
        made.time = time;
        made.audit = audit;
        return made;
    }

    /** Accounts that looked whether a name is free before anybody else stored it. */
    Accounts beforeAnybodyElse() {
        return wire(new Accounts() {
            @Override
            public Optional<UserAccount> find(String name) {
                return Optional.empty();
            }
        });
    }

    UserAccount add(String name, Role... roles) {
        return entities.in(() -> accounts.add(name, settings(name, roles), PASSWORD));
    }

    static AccountSettings settings(String fullName, Role... roles) {
        return new AccountSettings(fullName, Set.of(roles), null, true, null);
    }

    static AccountSettings inGroup(AccountSettings settings, String group) {
        return new AccountSettings(
                settings.fullName(), settings.roles(), group, settings.enabled(), settings.databaseAccount());
    }

    static AccountSettings switchedOff(AccountSettings settings) {
        return new AccountSettings(
                settings.fullName(), settings.roles(), settings.group(), false, settings.databaseAccount());
    }

    static GroupSettings campaigns(String... ids) {
        Map<RightKind, SortedSet<String>> rights = new EnumMap<>(RightKind.class);
        rights.put(RightKind.CAMPAIGN, new TreeSet<>(Arrays.asList(ids)));
        return new GroupSettings("for tests", rights);
    }

    @Override
    public void close() throws SQLException {
        entities.close();
        database.run("delete from user_account");
        database.run("delete from user_group");
        database.close();
    }
}
