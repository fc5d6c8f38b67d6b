package org.switchroom.web.push.feed;

import java.util.Optional;
import java.util.Set;

/**
 * What a reader wants to hear of.
 *
 * @param submittedBy actions of this account only; channels belong to nobody
 */
public record FeedFilter(Set<ChangeKind> kinds, Optional<String> serverName, Optional<String> submittedBy) {

    /** Whether it may be wanted, as far as the key alone can say. */
    boolean admits(ChangeKey key) {
        return kinds.contains(key.kind()) && (key.kind() == ChangeKind.ACTION || is(serverName, key.serverName()));
    }

    boolean admits(ChangeKind kind, CurrentRow row) {
        return is(serverName, row.serverName()) && (kind == ChangeKind.CHANNEL || is(submittedBy, row.submittedBy()));
    }

    private static boolean is(Optional<String> wanted, String name) {
        return wanted.isEmpty() || wanted.get().equals(name);
    }
}
