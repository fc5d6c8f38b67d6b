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

/** One sign-in of a person at the pages, from its begin to its end. */
@Entity
@DynamicUpdate // what is noted in passing must not undo its end
@Table(name = "user_session")
public class UserSession {
    /** Not seen for as long, a session is over even if nobody noticed its end: its node died. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private UserAccount account;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "session_hash", nullable = false, length = 64)
    private String sessionHash;

    private String node;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    private String address;

    private String agent;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    protected UserSession() {}

    public UserSession(UserAccount account, SessionOrigin origin, Instant at) {
        this.account = account;
        this.sessionHash = origin.sessionHash();
        this.node = origin.node();
        this.address = origin.address().orElse(null);
        this.agent = origin.agent().orElse(null);
        this.begunAt = at;
        this.seenAt = at;
    }

    /** Whether its owner may go on. */
    public boolean isOpen() {
        return endedAt == null && account.isEnabled();
    }

    /** Its owner did something; noted once a minute at most. */
    public void see(Instant at) {
        if (at.isAfter(seenAt.plus(SEEN_NOTED_EVERY))) {
            seenAt = at;
        }
    }

    /**
     * It is over; when it was first is kept.
     *
     * @param by name of who ended it, or null if nobody did anything for too long
     */
    public void end(Instant at, String by) {
        if (endedAt == null) {
            endedAt = at;
            endedBy = by;
        }
    }

    public Long getId() {
        return id;
    }

    public UserAccount getAccount() {
        return account;
    }

    public String getNode() {
        return node;
    }

    public Instant getBegunAt() {
        return begunAt;
    }

    public Instant getSeenAt() {
        return seenAt;
    }

    public String getAddress() {
        return address;
    }

    public String getAgent() {
        return agent;
    }

    public Instant getEndedAt() {
        return endedAt;
    }
}
