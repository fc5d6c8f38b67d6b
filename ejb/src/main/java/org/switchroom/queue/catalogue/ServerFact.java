package org.switchroom.queue.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * What is known of a server.
 *
 * @param grantedClasses classes that its command user holds; empty as long as nobody could log in
 */
public record ServerFact(String name, Optional<Set<AmiClass>> grantedClasses) {

    /** A server on which nobody has logged in yet. */
    public static ServerFact unseen(String name) {
        return new ServerFact(name, Optional.empty());
    }

    boolean grantsOneOf(Set<AmiClass> needed) {
        return needed.isEmpty()
                || grantedClasses.isEmpty()
                || grantedClasses.get().stream().anyMatch(needed::contains);
    }
}
