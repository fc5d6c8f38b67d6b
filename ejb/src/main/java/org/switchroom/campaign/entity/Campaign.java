package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A campaign: its key, its name, whether it runs, and as JSON what of its settings differs from the default. Each change makes the next
 * version, which stays to be read.
 */
@Entity
@Table(name = "campaign")
public class Campaign {
    @Id
    @Column(name = "id", nullable = false, length = 20)
    private String id;

    @Column(name = "name", nullable = false, length = 60)
    private String name;

    @Column(name = "active", nullable = false)
    private boolean active;

    @Column(name = "settings", nullable = false, columnDefinition = "mediumtext")
    private String settings;

    @Version
    @Column(name = "version", nullable = false)
    private int version = 1;

    @Column(name = "changed_by", nullable = false, length = 128)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** For JPA only. */
    protected Campaign() {}

    public Campaign(String id) {
        this.id = id;
    }

    /** Other settings; name and activity stand in columns of their own too, so that lists and other features find them. */
    public void take(CampaignSettings wanted, String json, String by, Instant at) {
        name = wanted.name();
        active = wanted.active();
        settings = json;
        changedBy = by;
        changedAt = at;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    /** JSON object of what differs from the default. */
    public String getSettings() {
        return settings;
    }

    public int getVersion() {
        return version;
    }

    public String getChangedBy() {
        return changedBy;
    }

    public Instant getChangedAt() {
        return changedAt;
    }
}
