package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that campaigns work with and that has a list of its own: a disposition, a pause code, a script. It belongs to one campaign or to
 * all of them. What it can hold is said by its {@link PartKind}; values go in and out as canonical texts.
 */
@MappedSuperclass
public abstract class CampaignPart {
    /** Stands in the place of a campaign's id for what every campaign has. */
    public static final String EVERY_CAMPAIGN = "*";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "campaign_id", nullable = false, length = 20)
    private String campaignId;

    @Column(name = "code", nullable = false, length = 20)
    private String code;

    @Column(name = "name", nullable = false, length = 60)
    private String name = "";

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Column(name = "place", nullable = false)
    private int place;

    @Version
    @Column(name = "version", nullable = false)
    private int version = 1;

    @Column(name = "changed_by", nullable = false, length = 128)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** What it is. */
    public abstract PartKind kind();

    /** Puts its own values into the map. */
    abstract void write(Map<String, String> values);

    /** Takes its own values from the map. */
    abstract void read(Map<String, String> values);

    /** Whether the software itself needs it; it can be renamed, but not removed. */
    public boolean isBuiltIn() {
        return false;
    }

    /** Gives a new one its key. */
    public void belongTo(String campaign, String key) {
        campaignId = campaign;
        code = key;
    }

    /** Takes values for all fields of its kind, checked before. */
    public void take(Map<String, String> values, String by, Instant at) {
        name = values.getOrDefault("name", "");
        active = truth(values.getOrDefault("active", "true"));
        place = Integer.parseInt(values.getOrDefault("place", "0"));
        read(values);
        changedBy = by;
        changedAt = at;
    }

    /** Its values by the ids of its kind's fields, in their order. */
    public Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", name);
        all.put("active", text(active));
        all.put("place", text(place));
        write(all);
        Map<String, String> ordered = new LinkedHashMap<>();
        kind().fields().forEach(field -> ordered.put(field.id(), all.get(field.id())));
        return ordered;
    }

    static boolean truth(String value) {
        return Boolean.parseBoolean(value);
    }

    static String text(boolean value) {
        return Boolean.toString(value);
    }

    static String text(int value) {
        return Integer.toString(value);
    }

    public Long getId() {
        return id;
    }

    public String getCampaignId() {
        return campaignId;
    }

    /** Whether every campaign has it. */
    public boolean isOfAll() {
        return EVERY_CAMPAIGN.equals(campaignId);
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
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
