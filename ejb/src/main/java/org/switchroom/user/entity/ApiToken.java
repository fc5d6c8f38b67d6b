package org.switchroom.user.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A bearer token of an account; only its hash is known. */
@Entity
@DynamicUpdate // what is noted in passing must not undo its end
@Table(name = "api_token")
public class ApiToken {
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private UserAccount account;

    @Column(nullable = false)
    private String label;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "token_hash", nullable = false, length = 64)
    private String tokenHash;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "may_write")
    private boolean mayWrite;

    private String areas;

    @Column(name = "used_at")
    private Instant usedAt;

    protected ApiToken() {}

    public ApiToken(UserAccount account, TokenSettings settings, String tokenHash, Instant at) {
        this.account = account;
        this.label = settings.label();
        this.tokenHash = tokenHash;
        this.mayWrite = settings.scope().mayWrite();
        this.areas = settings.scope().column();
        this.createdAt = at;
        this.expiresAt = settings.expiresAt();
    }

    /** Whether it may be used now. */
    public boolean isGood(Instant at) {
        return revokedAt == null && (expiresAt == null || at.isBefore(expiresAt)) && account.isEnabled();
    }

    /** It does nothing any more; when it was revoked first is kept. */
    public void revoke(Instant at) {
        revokedAt = revokedAt == null ? at : revokedAt;
    }

    /** Remembers that it was used, once a minute at most. */
    public void use(Instant at) {
        if (usedAt == null || at.isAfter(usedAt.plus(USE_NOTED_EVERY))) {
            usedAt = at;
        }
    }

    public TokenSettings settings() {
        return new TokenSettings(label, TokenScope.of(mayWrite, areas), expiresAt);
    }

    public Long getId() {
        return id;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getRevokedAt() {
        return revokedAt;
    }

    public Instant getUsedAt() {
        return usedAt;
    }

    public UserAccount getAccount() {
        return account;
    }
}
