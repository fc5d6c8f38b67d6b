package org.switchroom.web.push.feed;

import java.util.Optional;
import java.util.Set;

/** What a reader wants to hear of. */
public record FeedFilter(Set<ChangeKind> kinds, Optional<String> serverName) {

    /** Whether it may be wanted, as far as the key alone can say. */
    boolean admits(ChangeKey key) {
        return kinds.contains(key.kind()) && (key.kind() == ChangeKind.ACTION || isOfServer(key.serverName()));
    }

    boolean isOfServer(String name) {
        return serverName.isEmpty() || serverName.get().equals(name);
    }
}
