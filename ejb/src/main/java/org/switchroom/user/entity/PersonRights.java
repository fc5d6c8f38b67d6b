package org.switchroom.user.entity;

import java.util.Map;
import java.util.Set;
import org.switchroom.common.Scope;

/**
 * What one person may see and do by the group, all taken together.
 *
 * @param everything whether it is an administrator
 * @param settings of the group; without one nothing is allowed
 */
public record PersonRights(boolean everything, GroupSettings settings) {
    /** Of somebody without a group. */
    public static final PersonRights NONE = new PersonRights(false, new GroupSettings(null, Map.of()));

    public boolean hasAll(RightKind kind) {
        return everything || settings.hasAll(kind);
    }

    /** Those that are listed; says nothing where all are allowed. */
    public Set<String> listed(RightKind kind) {
        return settings.of(kind);
    }

    public boolean allows(RightKind kind, String value) {
        return hasAll(kind) || settings.of(kind).contains(value);
    }

    /** The campaigns that are seen. */
    public Scope scope() {
        return hasAll(RightKind.CAMPAIGN) ? Scope.everything() : Scope.of(listed(RightKind.CAMPAIGN));
    }
}
