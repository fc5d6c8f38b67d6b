package org.switchroom.audit.entity;

import java.util.List;

/**
 * What a walk along the chain found.
 *
 * @param checkedCount how many entries were looked at
 * @param lastId of the last of them, 0 if there was none
 * @param lastHash its hash: noted elsewhere, it proves later that nothing before it was changed
 * @param breaks what is wrong, in words; at most {@link #MOST_BREAKS}
 */
public record ChainReport(long checkedCount, long lastId, String lastHash, List<String> breaks) {
    public static final int MOST_BREAKS = 20;

    public ChainReport {
        breaks = List.copyOf(breaks);
    }

    public boolean isWhole() {
        return breaks.isEmpty();
    }
}
