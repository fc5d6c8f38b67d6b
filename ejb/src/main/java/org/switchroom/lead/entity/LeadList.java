package org.switchroom.lead.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.switchroom.common.Quoted;

/**
 * A list of leads, as stored. Immutable.
 *
 * @param campaignId the campaign that calls it, or null
 * @param region two letters of ISO 3166 in which its numbers without a plus are read
 * @param expiresOn last day on which it is called, or null
 * @param resetAt when its leads were last declared not called yet, or null
 * @param fields own fields beside those that every lead has
 */
public record LeadList(
        long id,
        String name,
        boolean active,
        String campaignId,
        String region,
        LocalDate expiresOn,
        Instant resetAt,
        List<CustomField> fields,
        Instant createdAt,
        Instant changedAt,
        int version) {
    private static final int LONGEST_NAME = 128;
    private static final int MOST_FIELDS = 100;
    private static final Pattern CAMPAIGN = Pattern.compile("[A-Za-z0-9_]{2,20}");
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

    public LeadList {
        fields = List.copyOf(fields);
    }

    /** One that is not stored yet. */
    public static LeadList named(String name) {
        return new LeadList(0, name, false, null, "US", null, null, List.of(), null, null, 0);
    }

    public LeadList withName(String other) {
        return new LeadList(
                id, other, active, campaignId, region, expiresOn, resetAt, fields, createdAt, changedAt, version);
    }

    public LeadList withActive(boolean other) {
        return new LeadList(
                id, name, other, campaignId, region, expiresOn, resetAt, fields, createdAt, changedAt, version);
    }

    public LeadList withCampaign(String other) {
        return new LeadList(id, name, active, other, region, expiresOn, resetAt, fields, createdAt, changedAt, version);
    }

    public LeadList withRegion(String other) {
        return new LeadList(
                id, name, active, campaignId, other, expiresOn, resetAt, fields, createdAt, changedAt, version);
    }

    public LeadList withExpiry(LocalDate other) {
        return new LeadList(
                id, name, active, campaignId, region, other, resetAt, fields, createdAt, changedAt, version);
    }

    public LeadList withFields(List<CustomField> other) {
        return new LeadList(
                id, name, active, campaignId, region, expiresOn, resetAt, other, createdAt, changedAt, version);
    }

    public LeadList withId(long other) {
        return new LeadList(
                other, name, active, campaignId, region, expiresOn, resetAt, fields, createdAt, changedAt, version);
    }

    public LeadList withVersion(int other) {
        return new LeadList(
                id, name, active, campaignId, region, expiresOn, resetAt, fields, createdAt, changedAt, other);
    }

    /** Whether its last day is over where this is the day. */
    public boolean isExpired(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }

    /** @throws InvalidLeadException naming field and reason if it can't be stored like this */
    public LeadList requireValid() {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidLeadException("name", "must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        InvalidLeadException.refuseUnstorable("name", name);
        if (campaignId != null && !CAMPAIGN.matcher(campaignId).matches()) {
            throw new InvalidLeadException("campaign_id", Quoted.text(campaignId) + " is no id of a campaign");
        }
        if (region == null || !REGIONS.contains(region)) {
            throw new InvalidLeadException("region", "must be two letters of ISO 3166, for example US");
        }
        if (fields.size() > MOST_FIELDS) {
            throw new InvalidLeadException("fields", "must be at most " + MOST_FIELDS);
        }
        if (fields.stream().map(CustomField::name).distinct().count() < fields.size()) {
            throw new InvalidLeadException("fields", "must have different names");
        }
        fields.forEach(CustomField::requireValid);
        return this;
    }
}
