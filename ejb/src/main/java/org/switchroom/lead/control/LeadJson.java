package org.switchroom.lead.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.LeadChange.Difference;

/** What the tables of this feature keep as JSON. */
public final class LeadJson {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private LeadJson() {}

    /** The text that these writes make. */
    public static String text(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            content.accept(json);
        }
        return text.toString();
    }

    public static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    /** Ids as a list for {@code json_table}. */
    public static String ids(Collection<Long> ids) {
        StringBuilder text = new StringBuilder("[");
        for (Long id : ids) {
            text.append(text.length() > 1 ? "," : "").append(id);
        }
        return text.append(']').toString();
    }

    /** Words of ASCII letters, digits and underscores as a list for {@code json_table}. */
    public static String words(Collection<String> words) {
        StringBuilder text = new StringBuilder("[");
        for (String word : words) {
            text.append(text.length() > 1 ? ",\"" : "\"").append(word).append('"');
        }
        return text.append(']').toString();
    }

    /** Null for no values, so that most rows carry nothing. */
    static String values(Map<String, String> values) {
        if (values.isEmpty()) {
            return null;
        }
        return text(json -> {
            json.writeStartObject();
            values.forEach(json::write);
            json.writeEnd();
        });
    }

    static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text != null) {
            object(text).forEach((name, value) -> values.put(name, spelled(value)));
        }
        return values;
    }

    static String fields(List<CustomField> fields) {
        return text(json -> {
            json.writeStartArray();
            for (CustomField field : fields) {
                json.writeStartObject()
                        .write("name", field.name())
                        .write("label", field.label())
                        .write("kind", field.kind().name())
                        .writeStartArray("choices");
                field.choices().forEach(json::write);
                json.writeEnd().writeEnd();
            }
            json.writeEnd();
        });
    }

    static List<CustomField> fields(String text) {
        List<CustomField> fields = new ArrayList<>();
        for (JsonObject each : array(text).getValuesAs(JsonObject.class)) {
            List<String> choices = each.getJsonArray("choices").getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
            fields.add(new CustomField(
                    each.getString("name"),
                    each.getString("label"),
                    CustomField.Kind.valueOf(each.getString("kind")),
                    choices));
        }
        return fields;
    }

    static String differences(Map<String, Difference> fields) {
        return text(json -> {
            json.writeStartObject();
            fields.forEach((name, difference) -> {
                json.writeStartArray(name);
                write(json, difference.before());
                write(json, difference.after());
                json.writeEnd();
            });
            json.writeEnd();
        });
    }

    static Map<String, Difference> differences(String text) {
        Map<String, Difference> fields = new LinkedHashMap<>();
        object(text).forEach((name, value) -> {
            JsonArray pair = value.asJsonArray();
            fields.put(name, new Difference(spelled(pair.get(0)), spelled(pair.get(1))));
        });
        return fields;
    }

    private static void write(JsonGenerator json, String value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.write(value);
        }
    }

    private static String spelled(JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
