package org.switchroom.server.control;

/** Why an epoch began; stands in {@code server_lease_epoch.reason}. */
public enum LeaseReason {
    /** From nobody or from another holder, whose lease had run out or was given back. */
    TAKEN,
    /** Our own lease had run out, for example while the database was away, and nobody else took it. */
    LAPSED,
    /** Our own, with the other command user, because the old connection may still occupy its user. */
    RECONNECTED
}
