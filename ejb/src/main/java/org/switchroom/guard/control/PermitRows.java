package org.switchroom.guard.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.user.entity.RightKind;

/** Reads where everybody may call, by the rights of their groups. */
@ApplicationScoped
public class PermitRows {
    private static final String RIGHTS = """
            select g.name, r.value from user_group g
              left join user_group_right r on r.group_id = g.id and r.kind = 'DESTINATION'""";
    private static final String PEOPLE = """
            select a.name, a.database_account, g.name as group_name, r.role is not null as everything
              from user_account a
              left join user_group g on g.id = a.group_id
              left join user_role r on r.user_id = a.id and r.role = 'admin'
             where a.enabled order by a.name desc""";
    private static final String SELF = "select current_user() as who";

    @Inject
    private Database database;

    protected PermitRows() {}

    public PermitRows(Database database) {
        this.database = database;
    }

    GuardRules.Accounts read(List<Unlock> unlocks) {
        return database.inCurrentTransaction(connection -> {
            Map<String, Set<String>> rights = rights(connection);
            Map<String, Permit> permits = new HashMap<>();
            if (rights.containsKey(GuardRules.SQL)) {
                permits.put(GuardRules.SQL, permit(GuardRules.SQL, GuardRules.SQL, rights, unlocks));
            }
            Map<String, String> byDatabaseUser = new HashMap<>();
            Sql.list(connection, PEOPLE, row -> {
                String name = row.getString("name");
                String group = Optional.ofNullable(row.getString("group_name")).orElse("");
                Permit permit = permit(name, group, rights, unlocks);
                permits.put(name, row.getBoolean("everything") ? everywhere(permit) : permit);
                Optional.ofNullable(row.getString("database_account"))
                        .ifPresent(user -> byDatabaseUser.put(user, name));
                return name;
            });
            return new GuardRules.Accounts(permits, byDatabaseUser, self(connection));
        });
    }

    private static Map<String, Set<String>> rights(Connection connection) throws SQLException {
        Map<String, Set<String>> rights = new HashMap<>();
        Sql.list(connection, RIGHTS, row -> {
            Set<String> values = rights.computeIfAbsent(row.getString("name"), any -> new HashSet<>());
            Optional.ofNullable(row.getString("value")).ifPresent(values::add);
            return values;
        });
        return rights;
    }

    private static Permit permit(String name, String group, Map<String, Set<String>> rights, List<Unlock> unlocks) {
        return new Permit(
                name,
                group,
                Set.copyOf(rights.getOrDefault(group, Set.of())),
                unlocks.stream().filter(each -> each.group().equals(group)).toList());
    }

    private static Permit everywhere(Permit permit) {
        return new Permit(permit.person(), permit.group(), Set.of(RightKind.ALL), permit.unlocks());
    }

    private static String self(Connection connection) throws SQLException {
        String who = Sql.first(connection, SELF, row -> row.getString("who")).orElse("");
        int at = who.lastIndexOf('@');
        return at < 0 ? who : who.substring(0, at);
    }
}
