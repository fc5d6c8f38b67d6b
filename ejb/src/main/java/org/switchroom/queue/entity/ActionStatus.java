package org.switchroom.queue.entity;

import java.util.EnumSet;
import java.util.Set;

/** Where an action is. docs/queue-states.md draws it; a test compares the two. */
public enum ActionStatus {
    /** Inserted, not yet taken. */
    NEW,
    /** Taken by a node; its channel id is fixed; nothing was written yet. */
    CLAIMED,
    /** Written to the server, its outcome is awaited. */
    SENT,
    /** Asterisk did it; an Originate was answered. */
    SUCCEEDED,
    /** Refused before sending, refused by Asterisk, not answered, or not confirmed; response_message says which. */
    FAILED,
    /** Its expires_at came before it was sent. */
    EXPIRED,
    /** Withdrawn before it was taken. */
    CANCELLED,
    /** It may or may not have been done; evidence is looked for. Not final. */
    UNKNOWN;

    private static final Set<ActionStatus> FINAL = EnumSet.of(SUCCEEDED, FAILED, EXPIRED, CANCELLED);

    /** Whether nothing more comes; the call of an Originate may still go on. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /** Which states may follow this one. */
    public Set<ActionStatus> next() {
        return switch (this) {
            case NEW -> EnumSet.of(CLAIMED, SUCCEEDED, FAILED, EXPIRED, CANCELLED);
            case CLAIMED -> EnumSet.of(NEW, SENT, FAILED, EXPIRED, UNKNOWN);
            case SENT -> EnumSet.of(NEW, SUCCEEDED, FAILED, UNKNOWN);
            case UNKNOWN -> EnumSet.of(SENT, SUCCEEDED, FAILED);
            case SUCCEEDED, FAILED, EXPIRED, CANCELLED -> EnumSet.noneOf(ActionStatus.class);
        };
    }
}
