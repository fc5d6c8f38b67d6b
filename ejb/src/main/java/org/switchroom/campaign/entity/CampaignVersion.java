package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A campaign as it was saved once: all its settings, also those that had their default then. Never changes. */
@Entity
@Table(name = "campaign_version")
public class CampaignVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "campaign_id", nullable = false, length = 20)
    private String campaignId;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "author", nullable = false, length = 128)
    private String author;

    @Column(name = "saved_at", nullable = false)
    private Instant savedAt;

    @Column(name = "settings", nullable = false, columnDefinition = "mediumtext")
    private String settings;

    /** For JPA only. */
    protected CampaignVersion() {}

    public CampaignVersion(String campaignId, int number, String author, Instant savedAt, String settings) {
        this.campaignId = campaignId;
        this.number = number;
        this.author = author;
        this.savedAt = savedAt;
        this.settings = settings;
    }

    public int getNumber() {
        return number;
    }

    public String getAuthor() {
        return author;
    }

    public Instant getSavedAt() {
        return savedAt;
    }

    /** JSON object of all settings. */
    public String getSettings() {
        return settings;
    }
}
