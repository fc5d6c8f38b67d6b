package org.switchroom.phone.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.endpoint.entity.TechnologyConverter;
import org.switchroom.user.entity.UserAccount;

/** A phone of one person. */
@Entity
@Table(name = "phone")
public class Phone {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private UserAccount owner;

    @Column(nullable = false)
    private String label;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false)
    private PhoneKind kind;

    @Convert(converter = TechnologyConverter.class)
    @Column(nullable = false)
    private Technology technology;

    @Column(name = "server_name", nullable = false)
    private String serverName;

    @Column(nullable = false)
    private String endpoint;

    private String extension;

    private String voicemail;

    @Column(name = "caller_id_num")
    private String callerIdNumber;

    @Column(name = "caller_id_name")
    private String callerIdName;

    private boolean enabled;

    @OptimisticLock(excluded = true)
    private boolean preferred;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Phone() {}

    /** A phone of these settings, which were found to be right. */
    public Phone(PhoneSettings settings, UserAccount owner, Instant at) {
        this.createdAt = at;
        configure(settings, owner);
    }

    /** Takes settings that were found to be right. Another owner did not choose it. */
    public void configure(PhoneSettings settings, UserAccount wanted) {
        preferred = preferred && owner != null && owner.getName().equals(wanted.getName());
        owner = wanted;
        label = settings.label();
        kind = settings.kind();
        technology = settings.technology();
        serverName = settings.serverName();
        endpoint = settings.endpoint();
        extension = settings.extension();
        voicemail = settings.voicemail();
        callerIdNumber = settings.callerIdNumber();
        callerIdName = settings.callerIdName();
        enabled = settings.enabled();
    }

    public PhoneSettings settings() {
        return new PhoneSettings(
                owner.getName(),
                label,
                kind,
                technology,
                serverName,
                endpoint,
                extension,
                voicemail,
                callerIdNumber,
                callerIdName,
                enabled);
    }

    /** Its owner calls it so. */
    public void rename(String wanted) {
        label = wanted;
    }

    /** Whether it rings first. */
    public void prefer(boolean first) {
        preferred = first;
    }

    public Long getId() {
        return id;
    }

    public UserAccount getOwner() {
        return owner;
    }

    public String getLabel() {
        return label;
    }

    public PhoneKind getKind() {
        return kind;
    }

    /** As Asterisk dials it: {@code PJSIP/phone1}. */
    public String dialled() {
        return technology.spelling() + "/" + endpoint;
    }

    public String getServerName() {
        return serverName;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public boolean isPreferred() {
        return preferred;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public int getVersion() {
        return version;
    }
}
