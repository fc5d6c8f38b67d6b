package org.switchroom.user.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.OptimisticLock;

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

    @ManyToOne
    @JoinColumn(name = "group_id")
    private UserGroup group;

    @OptimisticLock(excluded = true)
    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @OptimisticLock(excluded = true)
    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    @OptimisticLock(excluded = true)
    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Embedded
    @OptimisticLock(excluded = true)
    private SecondFactor secondFactor;

    private boolean enabled = true;

    @Column(name = "database_account")
    private String databaseAccount;

    @OptimisticLock(excluded = true)
    @Column(name = "failed_count")
    private int failedCount;

    @OptimisticLock(excluded = true)
    @Column(name = "locked_until")
    private Instant lockedUntil;

    @OptimisticLock(excluded = true)
    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    @OptimisticLock(excluded = true)
    @Column(name = "erased_at")
    private Instant erasedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
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
        this.passwordChangedAt = at;
    }

    /** Takes settings that were found to be right. */
    public void configure(AccountSettings settings, UserGroup wanted) {
        fullName = settings.fullName();
        enabled = settings.enabled();
        databaseAccount = settings.databaseAccount();
        group = wanted;
        roles.retainAll(settings.roleWords());
        roles.addAll(settings.roleWords());
    }

    public AccountSettings settings() {
        Set<Role> words = roles.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
        return new AccountSettings(fullName, words, group == null ? null : group.getName(), enabled, databaseAccount);
    }

    /**
     * Another password.
     *
     * @param mustChange whether it is good for one sign-in only
     */
    public void setPasswordHash(String hash, boolean mustChange, Instant at) {
        passwordHash = hash;
        mustChangePassword = mustChange;
        passwordChangedAt = at;
    }

    /** Empty as long as none is enrolled. */
    public Optional<SecondFactor> secondFactor() {
        return Optional.ofNullable(secondFactor).filter(factor -> factor.getEnrolledAt() != null);
    }

    /** @param factor null for none */
    public void setSecondFactor(SecondFactor factor) {
        secondFactor = factor;
    }

    /** Nothing of the person is known any more, and nobody signs in with it again. */
    public void erase(Instant at) {
        fullName = "-";
        passwordHash = "-";
        passwordChangedAt = null;
        mustChangePassword = false;
        secondFactor = null;
        enabled = false;
        databaseAccount = null;
        group = null;
        roles.clear();
        unlock();
        lastSignInAt = null;
        erasedAt = at;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    public void unlock() {
        failedCount = 0;
        lockedUntil = null;
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
    public void succeed(Instant at) {
        unlock();
        lastSignInAt = at;
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

    public Optional<UserGroup> group() {
        return Optional.ofNullable(group);
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public Instant getPasswordChangedAt() {
        return passwordChangedAt;
    }

    public boolean isMustChangePassword() {
        return mustChangePassword;
    }

    public Instant getLastSignInAt() {
        return lastSignInAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
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
