package org.switchroom.guard.control;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.switchroom.guard.entity.Destination;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.user.entity.RightKind;

/**
 * Where one person or program may call.
 *
 * @param person name of the account
 * @param group name of its group, or an empty text
 * @param allowed as the group lists it
 * @param unlocks of that group
 */
record Permit(String person, String group, Set<String> allowed, List<Unlock> unlocks) {

    boolean allows(Destination destination) {
        return allowed.contains(RightKind.ALL) || covers(allowed, destination);
    }

    boolean isOpen(Destination destination, Instant now) {
        return unlocks.stream()
                .filter(unlock -> unlock.isOpen(now))
                .anyMatch(unlock -> covers(Set.of(unlock.destination()), destination));
    }

    /** A number that may be either of two kinds needs both. */
    private static boolean covers(Collection<String> listed, Destination to) {
        boolean named = listed.contains(to.country())
                || listed.contains(to.spelled())
                || to.kind().equals("FIXED_LINE_OR_MOBILE")
                        && Stream.of("FIXED_LINE", "MOBILE")
                                .allMatch(kind -> listed.contains(to.country() + ":" + kind));
        return named
                || listed.stream()
                        .anyMatch(each -> each.startsWith("+") && to.number().startsWith(each));
    }

    /** In words, for a reason. */
    String who() {
        return group.isEmpty() ? person + ", who is in no group" : "group " + group;
    }
}
