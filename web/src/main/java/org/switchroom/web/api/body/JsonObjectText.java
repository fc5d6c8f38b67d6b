package org.switchroom.web.api.body;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.switchroom.common.Quoted;

/**
 * Splits the text of one JSON object into its fields by the streaming parser, so that a name given twice is seen. Objects and arrays
 * inside stay the text that they were.
 */
final class JsonObjectText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final int MAX_DEPTH = 8;
    private static final int MAX_FIELDS = 256;
    private static final int MAX_ELEMENTS = 1000;

    /**
     * One field as it was given.
     *
     * @param event what kind of value it is
     * @param text a string's characters, a number's digits, or the JSON text of an object or array
     */
    record Field(Event event, String text) {}

    private final String text;
    private final String path;
    private final JsonParser parser;

    private JsonObjectText(String text, String path, JsonParser parser) {
        this.text = text;
        this.path = path;
        this.parser = parser;
    }

    /**
     * @param path what to call the object in a message
     * @throws BodyRefusedException if the text is not exactly one JSON object, or a name is in it twice
     */
    static Map<String, Field> fields(String text, String path) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            return new JsonObjectText(text, path, parser).read();
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw new BodyRefusedException(path, "This is not one well-formed JSON object.", e);
        }
    }

    /**
     * @param text JSON text of an array
     * @throws BodyRefusedException if something else than strings is in it, or too many, or one twice
     */
    static List<String> strings(String text, String path) {
        List<String> strings = new ArrayList<>();
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
                if (event != Event.VALUE_STRING) {
                    throw new BodyRefusedException(path, "This must be an array of strings.");
                }
                strings.add(parser.getString());
            }
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw new BodyRefusedException(path, "This is no well-formed JSON array.", e);
        }
        if (strings.size() > MAX_ELEMENTS
                || strings.size() != Set.copyOf(strings).size()) {
            throw new BodyRefusedException(path, "At most %d strings, each once.".formatted(MAX_ELEMENTS));
        }
        return strings;
    }

    private Map<String, Field> read() {
        if (parser.next() != Event.START_OBJECT) {
            throw new BodyRefusedException(path, "This must be a JSON object.");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            if (fields.putIfAbsent(name, value()) != null) {
                throw new BodyRefusedException(path, "The field %s is given twice.".formatted(Quoted.text(name)));
            }
            if (fields.size() > MAX_FIELDS) {
                throw new BodyRefusedException(path, "There are more than %d fields.".formatted(MAX_FIELDS));
            }
        }
        if (parser.hasNext()) {
            throw new BodyRefusedException(path, "There is more after the JSON object.");
        }
        return fields;
    }

    private Field value() {
        Event event = parser.next();
        return switch (event) {
            case VALUE_STRING, VALUE_NUMBER -> new Field(event, parser.getString());
            case START_OBJECT, START_ARRAY -> new Field(event, cut());
            default -> new Field(event, "");
        };
    }

    /** The text from the bracket that was just read to the one that closes it. */
    private String cut() {
        int start = offset() - 1;
        int depth = 1;
        while (depth > 0) {
            depth += switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> 1;
                case END_OBJECT, END_ARRAY -> -1;
                default -> 0;
            };
            if (depth > MAX_DEPTH) {
                throw new BodyRefusedException(path, "This is nested more than %d deep.".formatted(MAX_DEPTH));
            }
        }
        return text.substring(start, offset());
    }

    private int offset() {
        return Math.toIntExact(parser.getLocation().getStreamOffset());
    }
}
