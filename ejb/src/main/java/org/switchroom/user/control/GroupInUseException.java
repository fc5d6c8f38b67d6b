package org.switchroom.user.control;

import org.switchroom.common.SituationException;

/** People are in the group, so it stays. */
public class GroupInUseException extends SituationException {
    private static final long serialVersionUID = 1L;

    public GroupInUseException(String name, long people) {
        super("group-in-use", "%d people are in group %s; move them first.".formatted(people, name));
    }
}
