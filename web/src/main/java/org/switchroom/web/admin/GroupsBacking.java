package org.switchroom.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.switchroom.user.boundary.UserGroups;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.web.support.Words;

/** The list of groups. */
@Named("groups")
@RequestScoped
public class GroupsBacking {
    private static final int MOST = 1000;

    @Inject
    private UserGroups groups;

    @Inject
    private Words words;

    private List<UserGroup> list;
    private Map<String, Long> people;

    public List<UserGroup> getList() {
        if (list == null) {
            list = groups.list("", MOST);
        }
        return list;
    }

    public long people(String name) {
        if (people == null) {
            people = groups.people();
        }
        return people.getOrDefault(name, 0L);
    }

    /** What of a kind the group may, in words. */
    public String rights(UserGroup group, RightKind kind) {
        if (group.settings().hasAll(kind)) {
            return words.of("group.all");
        }
        return group.settings().of(kind).isEmpty()
                ? words.of("group.none")
                : String.join(", ", group.settings().of(kind));
    }

    public RightKind[] getKinds() {
        return RightKind.values();
    }
}
