package org.switchroom.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An entry as it is stored. Nothing here changes it. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditRecord {
    @Id
    private Long id;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false)
    private Actor.Way way;

    private String address;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false)
    private AuditVerb verb;

    @Column(nullable = false)
    private String subject;

    @Column(name = "subject_key", nullable = false)
    private String key;

    @Column(nullable = false, columnDefinition = "mediumtext")
    private String changes;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "previous_hash", nullable = false, length = 64)
    private String previousHash;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(nullable = false, length = 64)
    private String hash;

    protected AuditRecord() {}

    public Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    public String getActor() {
        return actor;
    }

    public Actor.Way getWay() {
        return way;
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public AuditVerb getVerb() {
        return verb;
    }

    public String getSubject() {
        return subject;
    }

    public String getKey() {
        return key;
    }

    /** JSON object: field to an array of what was before and what is after, either may be null. */
    public String getChanges() {
        return changes;
    }

    public String getHash() {
        return hash;
    }
}
