package org.switchroom.web.api.body;

import jakarta.json.stream.JsonParser.Event;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchroom.common.Quoted;
import org.switchroom.web.api.body.JsonObjectText.Field;
import org.switchroom.web.api.json.ApiTime;

/** A JSON object of a request, with its fields asked for by name and type. A field that is null counts as not given. */
final class JsonBody {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private final String prefix;
    private final Map<String, Field> fields;

    private JsonBody(String prefix, Map<String, Field> fields) {
        this.prefix = prefix;
        this.fields = fields;
    }

    /**
     * @param known all names that there may be
     * @throws BodyRefusedException if it is no object, or has another name or one name twice
     */
    static JsonBody read(String text, Set<String> known) {
        return new JsonBody("", JsonObjectText.fields(text, "body")).only(known);
    }

    private JsonBody only(Set<String> known) {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                String shown = known.contains(name.toLowerCase(Locale.ROOT)) ? " (names are in lower case)" : "";
                throw new BodyRefusedException(
                        prefix.isEmpty() ? "body" : prefix.substring(0, prefix.length() - 1),
                        "There is no field %s%s.".formatted(Quoted.text(name), shown));
            }
        }
        return this;
    }

    /** The names that are given and not null. */
    Set<String> names() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().event() != Event.VALUE_NULL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<String> string(String name) {
        return typed(name, "a string", Event.VALUE_STRING);
    }

    String needString(String name) {
        return string(name).orElseThrow(() -> missing(name));
    }

    /** The JSON text of an object. */
    Optional<String> objectText(String name) {
        return typed(name, "an object", Event.START_OBJECT);
    }

    String needObjectText(String name) {
        return objectText(name).orElseThrow(() -> missing(name));
    }

    Optional<JsonBody> object(String name, Set<String> known) {
        String path = prefix + name;
        return objectText(name).map(text -> new JsonBody(path + ".", JsonObjectText.fields(text, path)).only(known));
    }

    /** A number without fraction or exponent of at most nine digits. */
    Optional<Integer> wholeNumber(String name) {
        return typed(name, "a whole number", Event.VALUE_NUMBER).map(digits -> {
            if (!WHOLE.matcher(digits).matches()) {
                throw new BodyRefusedException(prefix + name, "This must be a whole number of at most nine digits.");
            }
            return Integer.valueOf(digits);
        });
    }

    /** The digits of a number as they are spelled. */
    Optional<String> digits(String name) {
        return typed(name, "a number", Event.VALUE_NUMBER);
    }

    int needWholeNumber(String name) {
        return wholeNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Boolean> truth(String name) {
        return given(name).map(field -> switch (field.event()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw wrongType(name, "true or false");
        });
    }

    Optional<Instant> time(String name) {
        return typed(name, "a string", Event.VALUE_STRING)
                .map(text -> ApiTime.parse(text)
                        .orElseThrow(() -> new BodyRefusedException(
                                prefix + name,
                                "%s is no time in UTC like 2026-11-01T12:00:00.000Z.".formatted(Quoted.text(text)))));
    }

    /** An array of strings, none twice. */
    Optional<List<String>> strings(String name) {
        return typed(name, "an array of strings", Event.START_ARRAY)
                .map(text -> JsonObjectText.strings(text, prefix + name));
    }

    private Optional<String> typed(String name, String words, Event event) {
        return given(name).map(field -> {
            if (field.event() != event) {
                throw wrongType(name, words);
            }
            return field.text();
        });
    }

    private Optional<Field> given(String name) {
        return Optional.ofNullable(fields.get(name)).filter(field -> field.event() != Event.VALUE_NULL);
    }

    private BodyRefusedException wrongType(String name, String words) {
        return new BodyRefusedException(prefix + name, "This must be %s.".formatted(words));
    }

    private BodyRefusedException missing(String name) {
        return new BodyRefusedException(prefix + name, "This field is needed.");
    }
}
