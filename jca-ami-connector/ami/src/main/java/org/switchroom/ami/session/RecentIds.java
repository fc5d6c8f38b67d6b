package org.switchroom.ami.session;

import java.util.LinkedHashSet;
import java.util.Set;

/** The last few thousand ActionIDs that timed out, so that a late answer can be told from an unknown one. */
final class RecentIds {
    private static final int MAX = 4096;

    private final Set<String> ids = new LinkedHashSet<>();

    synchronized void add(String id) {
        ids.add(id);
        if (ids.size() > MAX) {
            ids.remove(ids.iterator().next());
        }
    }

    synchronized boolean remove(String id) {
        return ids.remove(id);
    }
}
