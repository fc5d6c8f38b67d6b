package org.switchroom.web.api.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchroom.common.Quoted;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

/** What is sent about leads, their lists, loads, callbacks and the numbers that nobody may call. */
public final class LeadBody {
    private static final Set<String> LIST = Set.of("name", "active", "campaign_id", "region", "expires_on", "fields");
    private static final Set<String> FIELD = Set.of("label", "kind", "choices");
    private static final Set<String> LEAD = leadFields();
    private static final Set<String> MERGE = Set.of("other_id", "other_version", "take");
    private static final Set<String> NUMBERS = Set.of("phones", "campaign_id", "source");
    private static final Set<String> NEW_CALLBACK =
            Set.of("lead_id", "campaign_id", "agent", "due_at", "time_zone", "note");
    private static final Set<String> CALLBACK = Set.of("agent", "state", "due_at", "time_zone", "note");
    private static final Set<String> LOAD = Set.of("mapping", "duplicates", "skip_dnc", "region");
    private static final Pattern COLUMN = Pattern.compile("[1-9][0-9]{0,2}");

    /** A lead as it shall be. */
    public record Wanted(long listId, Map<LeadField, String> fields, Map<String, String> own) {}

    /** Another lead, and what it has better. */
    public record Merge(long otherId, int otherVersion, Set<String> take) {}

    /** Numbers that nobody may call. */
    public record Numbers(List<String> phones, String campaignId, String source) {}

    /** A callback as it shall be; the state only where it changes. */
    public record Promise(
            Long leadId,
            String campaignId,
            String agent,
            CallbackState state,
            Instant dueAt,
            ZoneId zone,
            String note) {}

    /** Where columns go by their number, and the rules. */
    public record Rules(
            Map<Integer, String> mapping, DuplicateRule duplicates, boolean skipDnc, Optional<String> region) {}

    private LeadBody() {}

    /** @throws BodyRefusedException if the body can't be read */
    public static LeadList readList(String text) {
        JsonBody body = JsonBody.read(text, LIST);
        return LeadList.named(body.needString("name"))
                .withActive(body.truth("active").orElse(false))
                .withCampaign(body.string("campaign_id").orElse(null))
                .withRegion(body.string("region").orElse("US"))
                .withExpiry(body.string("expires_on").map(LeadBody::day).orElse(null))
                .withFields(body.objectText("fields").map(LeadBody::fields).orElse(List.of()));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Wanted readLead(String text) {
        JsonBody body = JsonBody.read(text, LEAD);
        Map<LeadField, String> fields = new EnumMap<>(LeadField.class);
        for (LeadField field : LeadField.values()) {
            body.string(field.word()).ifPresent(value -> fields.put(field, value));
        }
        Map<String, String> own = new HashMap<>();
        body.objectText("own")
                .ifPresent(object -> JsonObjectText.fields(object, "own").forEach((name, value) -> {
                    switch (value.event()) {
                        case VALUE_STRING, VALUE_NUMBER -> own.put(name, value.text());
                        case VALUE_NULL -> own.remove(name);
                        default -> throw new BodyRefusedException("own." + name, "This must be a string.");
                    }
                }));
        return new Wanted(body.needWholeNumber("list_id"), fields, own);
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Merge readMerge(String text) {
        JsonBody body = JsonBody.read(text, MERGE);
        return new Merge(
                body.needWholeNumber("other_id"),
                body.needWholeNumber("other_version"),
                Set.copyOf(body.strings("take").orElse(List.of())));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Numbers readNumbers(String text) {
        JsonBody body = JsonBody.read(text, NUMBERS);
        List<String> phones = body.strings("phones")
                .filter(all -> !all.isEmpty())
                .orElseThrow(() -> new BodyRefusedException("phones", "This field is needed."));
        return new Numbers(
                phones,
                body.string("campaign_id").orElse(""),
                body.string("source").orElse(null));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Promise readNewCallback(String text) {
        JsonBody body = JsonBody.read(text, NEW_CALLBACK);
        return promise(body, Long.valueOf(body.needWholeNumber("lead_id")), null);
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Promise readCallback(String text) {
        JsonBody body = JsonBody.read(text, CALLBACK);
        return promise(
                body,
                null,
                body.string("state")
                        .map(word -> word(CallbackState.class, "state", word))
                        .orElse(null));
    }

    /** @throws BodyRefusedException if the body can't be read */
    public static Rules readRules(String text) {
        JsonBody body = JsonBody.read(text, LOAD);
        Map<Integer, String> mapping = new HashMap<>();
        JsonObjectText.fields(body.needObjectText("mapping"), "mapping").forEach((column, field) -> {
            if (!COLUMN.matcher(column).matches()) {
                throw new BodyRefusedException("mapping", Quoted.text(column) + " is no number of a column.");
            }
            mapping.put(Integer.valueOf(column), field.text());
        });
        return new Rules(
                mapping,
                word(DuplicateRule.class, "duplicates", body.needString("duplicates")),
                body.truth("skip_dnc").orElse(true),
                body.string("region"));
    }

    private static Promise promise(JsonBody body, Long leadId, CallbackState state) {
        Instant at = body.time("due_at").orElseThrow(() -> new BodyRefusedException("due_at", "This field is needed."));
        return new Promise(
                leadId,
                leadId == null ? null : body.string("campaign_id").orElse(null),
                body.string("agent").orElse(null),
                state,
                at,
                zone(body.needString("time_zone")),
                body.string("note").orElse(null));
    }

    private static List<CustomField> fields(String text) {
        List<CustomField> fields = new ArrayList<>();
        JsonObjectText.fields(text, "fields").forEach((name, field) -> {
            JsonBody body = JsonBody.read(field.text(), FIELD);
            fields.add(new CustomField(
                    name,
                    body.needString("label"),
                    word(CustomField.Kind.class, "kind", body.needString("kind")),
                    body.strings("choices").orElse(List.of())));
        });
        return fields;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new BodyRefusedException("time_zone", Quoted.text(name) + " is no time zone.", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BodyRefusedException("expires_on", Quoted.text(text) + " is no day like 2026-12-31.", e);
        }
    }

    private static <E extends Enum<E>> E word(Class<E> words, String field, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new BodyRefusedException(
                        field, "This must be one of %s.".formatted(Arrays.toString(words.getEnumConstants()))));
    }

    private static Set<String> leadFields() {
        Set<String> names = new HashSet<>(Set.of("list_id", "own"));
        names.addAll(Arrays.stream(LeadField.values()).map(LeadField::word).collect(Collectors.toSet()));
        return names;
    }
}
