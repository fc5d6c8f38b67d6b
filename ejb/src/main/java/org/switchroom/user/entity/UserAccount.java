package org.switchroom.user.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** One person or program that may sign in. */
@Entity
@Table(name = "user_account")
public class UserAccount {
    /** So many wrong passwords in a row lock the account (OWASP ASVS 5.0, V6). */
    public static final int MOST_FAILURES = 5;

    public static final Duration LOCKED_FOR = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(name = "full_name", nullable = false)
    private String fullName;

    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    private boolean enabled = true;

    @Column(name = "database_account")
    private String databaseAccount;

    @Column(name = "failed_count")
    private int failedCount;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    protected UserAccount() {}

    public UserAccount(String name, String fullName, String passwordHash, Set<Role> roles, Instant at) {
        this.name = name;
        this.fullName = fullName;
        this.passwordHash = passwordHash;
        this.roles = roles.stream().map(Role::word).collect(Collectors.toCollection(HashSet::new));
        this.createdAt = at;
    }

    public boolean isLocked(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    /** A wrong password; the fifth in a row locks the account for a while. */
    public void fail(Instant at) {
        failedCount++;
        if (failedCount >= MOST_FAILURES) {
            lockedUntil = at.plus(LOCKED_FOR);
            failedCount = 0;
        }
    }

    /** The right password; forgets earlier failures. */
    public void succeed() {
        failedCount = 0;
        lockedUntil = null;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getFullName() {
        return fullName;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Instant getLockedUntil() {
        return lockedUntil;
    }

    public Set<String> getRoles() {
        return Set.copyOf(roles);
    }
}
