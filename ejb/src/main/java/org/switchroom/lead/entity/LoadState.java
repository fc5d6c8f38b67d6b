package org.switchroom.lead.entity;

/** How far a load is. */
public enum LoadState {
    /** The file is here; its columns may be changed. */
    UPLOADED,
    /** A dry run looks at each row; nothing is written. */
    CHECKING,
    CHECKED,
    LOADING,
    DONE,
    /** Stopped by somebody; what was loaded stays. */
    CANCELLED,
    FAILED;

    /** Whether a node works at it, or will. */
    public boolean isRunning() {
        return this == CHECKING || this == LOADING;
    }

    /** Whether columns and rules may be changed and it may be begun. */
    public boolean isOpen() {
        return this == UPLOADED || this == CHECKED;
    }
}
