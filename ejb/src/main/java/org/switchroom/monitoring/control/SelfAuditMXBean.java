package org.switchroom.monitoring.control;

/**
 * {@code org.switchroom:type=SelfAudit}: offenders of each invariant in the last look, at most 20 each; -1 where nobody could look yet.
 * What the invariants say: {@link org.switchroom.monitoring.entity.Invariant}.
 */
public interface SelfAuditMXBean {

    /** Channel ids of more than one Originate that succeeded. */
    int getI1();

    /** Rows that are SENT for too long. */
    int getI2();

    /** Epochs that did not rise. */
    int getI3();

    /** Channels in which mirror and server differ. */
    int getI4();

    /** Servers whose events do not come out even. */
    int getI12();

    /** Rows without an end 30 s after their deadline. */
    int getDeadlines();

    /** Leases without a live node. */
    int getLeases();

    /** How many invariants are broken. */
    int getBrokenCount();

    /** How many invariants could not be looked at. */
    int getUnknownCount();

    /** Age of the last run, milliseconds; -1 before the first. */
    long getAgeMillis();

    /** How long the last look at all of them took, milliseconds. */
    double getDurationMillis();
}
