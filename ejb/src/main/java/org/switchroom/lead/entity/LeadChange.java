package org.switchroom.lead.entity;

import java.time.Instant;
import java.util.Map;

/**
 * One step of a lead's history.
 *
 * @param fields each changed field with what it was and is; null for nothing
 */
public record LeadChange(long id, Verb verb, Instant at, String by, Map<String, Difference> fields) {

    /** What was done. */
    public enum Verb {
        ADDED,
        CHANGED,
        /** Another lead was merged into it. */
        MERGED,
        /** It was put into another list. */
        MOVED
    }

    /** Before and after; null for nothing. */
    public record Difference(String before, String after) {}
}
