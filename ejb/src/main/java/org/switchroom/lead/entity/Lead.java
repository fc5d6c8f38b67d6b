package org.switchroom.lead.entity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * One person or firm to call, as stored. Immutable.
 *
 * @param fields what is known; a field without a value is missing
 * @param custom values of the list's own fields by name
 * @param calls what calling it came to
 * @param loadId the load that brought it, or null
 */
public record Lead(
        long id,
        long listId,
        int version,
        Map<LeadField, String> fields,
        Map<String, String> custom,
        Calls calls,
        Long loadId,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What calling a lead came to.
     *
     * @param sinceReset whether it was called since its list was last reset
     * @param lastAt null if never
     * @param lastLocalAt clock at the lead's place at the last call, or null
     */
    public record Calls(int attempts, boolean sinceReset, Instant lastAt, LocalDateTime lastLocalAt) {
        public static final Calls NONE = new Calls(0, false, null, null);
    }

    public Lead {
        fields = Map.copyOf(fields);
        custom = Map.copyOf(custom);
    }

    public Optional<String> field(LeadField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The number in E.164 with its plus. */
    public String phone() {
        return "+" + fields.get(LeadField.PHONE);
    }
}
