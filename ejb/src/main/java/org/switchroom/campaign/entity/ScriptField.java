package org.switchroom.campaign.entity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a lead, and of who calls it, a script, a web form or a name may show: {@code {{first_name}}}. Values go in as text, whatever they
 * hold; who shows them on a page escapes them there.
 */
public enum ScriptField {
    TITLE,
    FIRST_NAME,
    INITIAL,
    LAST_NAME,
    ADDRESS1,
    ADDRESS2,
    ADDRESS3,
    CITY,
    STATE,
    PROVINCE,
    POST_CODE,
    COUNTRY,
    VENDOR_ID,
    DIAL_CODE,
    PHONE,
    ALT_PHONE,
    SHOW,
    EMAIL,
    COMMENTS,
    LIST_ID,
    LEAD_ID,
    RANK,
    OWNER,
    DISPOSITION,
    ATTEMPTS,
    TIME_ZONES,
    CAMPAIGN,
    AGENT,
    DATE,
    TIME;

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]{1,40})\\s*}}");

    /** Its name in a text. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ScriptField> spelled(String name) {
        return Arrays.stream(values())
                .filter(field -> field.spelling().equals(name))
                .findFirst();
    }

    /** What is wrong with the fields of a text: one that is not known, or braces that are not closed. */
    static Optional<Violation> check(String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (spelled(places.group(1)).isEmpty()) {
                return Optional.of(Violation.of("", Rule.UNKNOWN_FIELD, places.group(1)));
            }
        }
        String rest = places.reset().replaceAll("");
        return rest.contains("{{") || rest.contains("}}")
                ? Optional.of(Violation.of("", Rule.BROKEN_FIELD))
                : Optional.empty();
    }

    /** The text with something harmless in place of each field, for a look at what stands around them. */
    static String blanked(String text) {
        return PLACE.matcher(text).replaceAll("x");
    }

    /** The text with the values in their places; a field without a value is empty. */
    public static String filled(String text, Map<ScriptField, String> values) {
        return filled(text, values, UnaryOperator.identity());
    }

    /** The same for an address: each value encoded, so that none of them can become another part of the address. */
    public static String filledAddress(String template, Map<ScriptField, String> values) {
        return filled(template, values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String filled(String text, Map<ScriptField, String> values, UnaryOperator<String> spelling) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(spelled(place.group(1))
                        .map(field -> spelling.apply(values.getOrDefault(field, "")))
                        .orElse(place.group())));
    }
}
