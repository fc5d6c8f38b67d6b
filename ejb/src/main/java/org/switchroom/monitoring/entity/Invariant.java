package org.switchroom.monitoring.entity;

/** What must be true at every moment; the self-audit looks every minute. */
public enum Invariant {
    /** A channel id belongs to at most one Originate that succeeded. */
    I1,
    /** No row stays SENT longer than its action may take. */
    I2,
    /** The epochs of a server's lease strictly increase. */
    I3,
    /** The mirror of channels equals what the servers list; a difference is gone after 10 s. */
    I4,
    /** The chain of the audit is whole. */
    I11,
    /** Events received are events applied plus events counted as dropped. */
    I12,
    /** No row is without an end 30 s after its deadline. */
    DEADLINES,
    /** No lease is held by a node that does not live. */
    LEASES
}
