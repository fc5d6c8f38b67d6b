package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.common.control.UniqueRow;
import org.switchroom.user.control.GroupInUseException;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.UserGroup;

/** The groups and what their people may see and do. Each change is in the audit; groups come back detached. */
@Stateless
@DatabaseTurn
public class UserGroups {
    static final String SUBJECT = "user_group";

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    /**
     * By name.
     *
     * @param after name after which to begin; empty for the first
     */
    public List<UserGroup> list(String after, int most) {
        return entities.createQuery("select g from UserGroup g where g.name > :after order by g.name", UserGroup.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<UserGroup> find(String name) {
        return entities.createQuery("select g from UserGroup g where g.name = :name", UserGroup.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** How many people each group has, by its name; without those that have nobody. */
    public Map<String, Long> people() {
        return entities.createQuery(
                        "select g.name, count(a) from UserAccount a join a.group g group by g.name", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /**
     * Adds a group.
     *
     * @throws SettingsRefusedException if something of it can't be
     * @throws NameTakenException if there is one of this name
     */
    public UserGroup add(String name, GroupSettings settings) {
        if (name == null || RightKind.ALL.equals(name) || !RightKind.GROUP.spells(name)) {
            throw new SettingsRefusedException(
                    "name", "1 to 64 letters, digits, blanks, dots, hyphens or underscores, a letter or digit first");
        }
        SettingsRefusedException.ifAny(settings.violations());
        if (find(name).isPresent()) {
            throw new NameTakenException("a group", name);
        }
        UserGroup group = new UserGroup(name, settings, time.now());
        UniqueRow.store(entities, group, () -> new NameTakenException("a group", name));
        audit.record(AuditEntry.of(SUBJECT, name).verb(AuditVerb.ADDED).after(settings.fields()));
        return group;
    }

    /**
     * Changes a group.
     *
     * @param seen the version that the change rests on
     * @throws SettingsRefusedException if something of it can't be
     * @throws StaleVersionException if somebody else changed it meanwhile
     */
    public UserGroup change(String name, GroupSettings settings, long seen) {
        SettingsRefusedException.ifAny(settings.violations());
        UserGroup group = locked(name, seen);
        GroupSettings before = group.settings();
        group.configure(settings);
        entities.flush();
        audit.record(AuditEntry.of(SUBJECT, name).before(before.fields()).after(settings.fields()));
        return group;
    }

    /**
     * Removes a group that nobody is in.
     *
     * @param seen the version that was seen
     * @throws GroupInUseException if somebody is in it
     */
    public void remove(String name, long seen) {
        UserGroup group = locked(name, seen);
        long inside = people().getOrDefault(name, 0L);
        if (inside > 0) {
            throw new GroupInUseException(name, inside);
        }
        entities.remove(group);
        audit.record(AuditEntry.of(SUBJECT, name)
                .verb(AuditVerb.REMOVED)
                .before(group.settings().fields()));
    }

    private UserGroup locked(String name, long seen) {
        UserGroup group = find(name).orElseThrow(() -> new UnknownNameException("group", name));
        entities.refresh(group, LockModeType.PESSIMISTIC_WRITE);
        StaleVersionException.refuse("group " + name, seen, group.getVersion());
        return group;
    }
}
