package org.switchroom.user.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Wrong sign-ins from one address, whichever accounts were tried. */
@Entity
@Table(name = "sign_in_address")
public class SignInAddress {
    /** More than one account allows, since many people may share an address. */
    public static final int MOST_FAILURES = 30;

    public static final Duration COUNTED_FOR = Duration.ofMinutes(15);
    public static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    @Id
    private String address;

    @Column(name = "failed_count")
    private int failedCount;

    @Column(name = "first_at", nullable = false)
    private Instant firstAt;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    protected SignInAddress() {}

    public SignInAddress(String address, Instant at) {
        this.address = address;
        this.firstAt = at;
    }

    public boolean isLocked(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    /** One more; the thirtieth within a quarter of an hour locks the address. Right sign-ins between them change nothing. */
    public void fail(Instant at) {
        if (at.isAfter(firstAt.plus(COUNTED_FOR))) {
            firstAt = at;
            failedCount = 0;
        }
        failedCount++;
        if (failedCount >= MOST_FAILURES) {
            lockedUntil = at.plus(LOCKED_FOR);
            failedCount = 0;
        }
    }
}
