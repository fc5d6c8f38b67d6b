package org.switchroom.web.api.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes one JSON object, field by field. A field without a value is there and null, so that a reader always finds each name. */
public final class JsonFields {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private static final int MOST_BRACKETS = 900;

    private final JsonGenerator json;

    private JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** The text of one object. */
    public static String text(Consumer<JsonFields> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            fields.accept(new JsonFields(json));
            json.writeEnd();
        }
        return text.toString();
    }

    public JsonFields field(String name, String value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value);
        }
        return this;
    }

    public JsonFields field(String name, Long value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value);
        }
        return this;
    }

    public JsonFields field(String name, Integer value) {
        return field(name, value == null ? null : Long.valueOf(value));
    }

    public JsonFields field(String name, BigDecimal value) {
        json.write(name, value);
        return this;
    }

    public JsonFields field(String name, boolean value) {
        json.write(name, value);
        return this;
    }

    public JsonFields field(String name, Instant value) {
        return field(name, value == null ? null : ApiTime.format(value));
    }

    public JsonFields field(String name, Enum<?> value) {
        return field(name, value == null ? null : value.name());
    }

    public JsonFields object(String name, Consumer<JsonFields> fields) {
        json.writeStartObject(name);
        fields.accept(this);
        json.writeEnd();
        return this;
    }

    /** An array of one object for each element. */
    public <T> JsonFields array(String name, Collection<? extends T> elements, BiConsumer<T, JsonFields> fields) {
        json.writeStartArray(name);
        for (T element : elements) {
            json.writeStartObject();
            fields.accept(element, this);
            json.writeEnd();
        }
        json.writeEnd();
        return this;
    }

    public JsonFields strings(String name, Collection<String> values) {
        json.writeStartArray(name);
        values.forEach(json::write);
        json.writeEnd();
        return this;
    }

    /** A JSON text of others as the value that it spells; as a string if it can't be read, so that one bad row never hides a list. */
    public JsonFields foreignJson(String name, String text) {
        if (text == null || mayNestTooDeep(text)) {
            return field(name, text);
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            json.write(name, value);
        } catch (JsonException | IllegalStateException | ArithmeticException | UnsupportedOperationException e) {
            json.write(name, text);
        }
        return this;
    }

    /** The parser gives up beyond 1,000 levels; no row that was valid has as many brackets. */
    private static boolean mayNestTooDeep(String text) {
        return text.chars().filter(c -> c == '{' || c == '[').count() > MOST_BRACKETS;
    }
}
