package org.switchroom.web.api.json;

import java.util.List;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.guard.entity.Unlock;

/** The guard's settings and findings as JSON. */
public final class GuardJson {
    private GuardJson() {}

    public static void write(StoredSettings stored, JsonFields json) {
        GuardPlan plan = stored.settings().plan();
        List<Cap> caps = stored.settings().caps();
        json.field("enforced", plan.enforced())
                .field("home_country", plan.homeCountry())
                .field("reading", plan.reading())
                .field("internal_digits", plan.internalDigits())
                .field("currency", plan.currency())
                .field("default_rate", plan.defaultRate())
                .field("reserved_minutes", plan.reservedMinutes())
                .object(
                        "caps",
                        fields -> caps.forEach(cap -> fields.object(cap.key().path(), limits -> write(cap, limits))))
                .strings(
                        "rates",
                        stored.settings().rates().stream().map(Rate::text).toList())
                .field("changed_at", stored.changedAt())
                .field("changed_by", stored.changedBy())
                .field("version", stored.version());
    }

    private static void write(Cap cap, JsonFields json) {
        json.field("calls_per_minute", cap.callsPerMinute())
                .field("calls_per_hour", cap.callsPerHour())
                .field("calls_per_day", cap.callsPerDay())
                .field("concurrent_calls", cap.concurrentCalls());
        if (cap.spendPerDay() == null) {
            json.field("spend_per_day", (String) null);
        } else {
            json.field("spend_per_day", cap.spendPerDay());
        }
    }

    public static void write(Unlock unlock, JsonFields json) {
        json.field("id", unlock.id())
                .field("group", unlock.group())
                .field("destination", unlock.destination())
                .field("until", unlock.until())
                .field("reason", unlock.reason())
                .field("unlocked_by", unlock.by())
                .field("unlocked_at", unlock.at());
    }

    public static void write(NewCountry country, JsonFields json) {
        json.field("country", country.country())
                .field("first_called_at", country.firstCalledAt())
                .field("first_called_by", country.firstCalledBy())
                .field("seen_by", country.seenBy());
    }
}
