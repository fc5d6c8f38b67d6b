package org.switchroom.lead.entity;

import java.util.Set;

/** What became of a promise to call back. */
public enum CallbackState {
    SCHEDULED,
    /** Its time has come. */
    DUE,
    DIALING,
    DONE,
    CANCELLED,
    /** Nobody called in time. */
    MISSED;

    /** Whether it still is to be called. */
    public boolean isOpen() {
        return this == SCHEDULED || this == DUE || this == DIALING;
    }

    /** The states that may follow. */
    public Set<CallbackState> next() {
        return switch (this) {
            case SCHEDULED -> Set.of(DUE, DIALING, CANCELLED);
            case DUE -> Set.of(DIALING, SCHEDULED, CANCELLED, MISSED);
            case DIALING -> Set.of(DONE, DUE, CANCELLED);
            case DONE, CANCELLED, MISSED -> Set.of();
        };
    }
}
