package org.switchroom.queue.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.switchroom.common.Quoted;

/**
 * The column {@code headers}: a JSON object whose values are strings, integers, or arrays of strings for a header that repeats. Read as a
 * stream, so that a name given twice is seen and nothing is built from a text that is refused later.
 */
public final class HeadersText {
    public static final int MAX_BYTES = 128 * 1024;
    private static final String FIELD = "headers";
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** A header as it was given: name unchecked, one value, or any number of them if it was an array. */
    record Given(String name, boolean array, List<String> values) {}

    private HeadersText() {}

    /**
     * Reads the headers in the order of the text.
     *
     * @throws ActionRefusedException if the text is not as described
     */
    static List<Given> read(String json) {
        if (json.length() > MAX_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ActionRefusedException(
                    FIELD, RefusalRule.HEADERS_TOO_LARGE, "more than %d bytes".formatted(MAX_BYTES));
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(json))) {
            return read(parser);
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw new ActionRefusedException(
                    FIELD, RefusalRule.NOT_JSON_OBJECT, "this is not a JSON object of headers", e);
        }
    }

    /** The first value of each header of a row that was found valid, by its name in lower case. */
    public static Map<String, String> firstValues(String json) {
        Map<String, String> values = new HashMap<>();
        read(json)
                .forEach(header -> values.put(
                        AsciiCase.fold(header.name()), header.values().get(0)));
        return values;
    }

    private static List<Given> read(JsonParser parser) {
        if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
            throw new ActionRefusedException(
                    FIELD, RefusalRule.NOT_JSON_OBJECT, "must be a JSON object: {\"Header\": \"value\"}");
        }
        List<Given> headers = new ArrayList<>();
        int count = 0;
        while (parser.next() == Event.KEY_NAME) {
            Given header = header(parser, parser.getString());
            headers.add(header);
            count += header.values().size();
            if (count > ActionValidation.MAX_HEADERS) {
                throw ActionValidation.tooManyHeaders();
            }
        }
        if (parser.hasNext()) {
            parser.next();
            throw new ActionRefusedException(FIELD, RefusalRule.NOT_JSON_OBJECT, "there is more after the JSON object");
        }
        return headers;
    }

    private static Given header(JsonParser parser, String name) {
        Event event = parser.next();
        if (event == Event.START_ARRAY) {
            return new Given(name, true, array(parser, name));
        }
        if (event == Event.VALUE_STRING || event == Event.VALUE_NUMBER && parser.isIntegralNumber()) {
            return new Given(name, false, List.of(parser.getString()));
        }
        throw valueType(name, "must be a string or a whole number, not " + word(event));
    }

    private static List<String> array(JsonParser parser, String name) {
        List<String> values = new ArrayList<>();
        Event event = parser.next();
        while (event != Event.END_ARRAY) {
            if (event != Event.VALUE_STRING) {
                throw valueType(name, "an array may hold strings only, not " + word(event));
            }
            values.add(parser.getString());
            if (values.size() > ActionValidation.MAX_HEADERS) {
                throw ActionValidation.tooManyHeaders();
            }
            event = parser.next();
        }
        if (values.isEmpty()) {
            throw valueType(name, "the array is empty");
        }
        return values;
    }

    private static ActionRefusedException valueType(String name, String words) {
        String field = ActionValidation.isHeaderName(name) ? name : Quoted.text(name);
        return new ActionRefusedException(field, RefusalRule.VALUE_TYPE, words);
    }

    private static String word(Event event) {
        return switch (event) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_NUMBER -> "a number with a fraction or exponent";
            case VALUE_TRUE, VALUE_FALSE -> "true or false without quotes";
            case VALUE_NULL -> "null";
            default -> "this";
        };
    }

    /**
     * Spells headers of our own code for the column.
     *
     * @param headers values are strings, whole numbers, or lists of strings for {@code Variable}; anything else is spelled by its toString
     */
    public static String write(Map<String, ?> headers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            headers.forEach((name, value) -> {
                if (value instanceof Iterable<?> values) {
                    json.writeStartArray(name);
                    values.forEach(each -> json.write(String.valueOf(each)));
                    json.writeEnd();
                } else {
                    json.write(name, String.valueOf(value));
                }
            });
            json.writeEnd();
        }
        return text.toString();
    }
}
