package org.switchroom.user.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** What an account needs besides its password: the sealed key of an authenticator, and the last code of it that was taken. */
@Embeddable
public class SecondFactor {
    @Column(name = "totp_secret")
    private String sealedKey;

    @Column(name = "totp_enrolled_at")
    private Instant enrolledAt;

    @Column(name = "totp_step")
    private Long lastStep;

    protected SecondFactor() {}

    public SecondFactor(String sealedKey, long step, Instant at) {
        this.sealedKey = sealedKey;
        this.lastStep = step;
        this.enrolledAt = at;
    }

    /** A code of this step was taken; none of an earlier one is any more. */
    public void take(long step) {
        lastStep = step;
    }

    public String getSealedKey() {
        return sealedKey;
    }

    public long lastStep() {
        return Optional.ofNullable(lastStep).orElse(0L);
    }

    public Instant getEnrolledAt() {
        return enrolledAt;
    }
}
