package org.switchroom.web.supervisor;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** One header of an action as it is shown; a repeated one has several lines. */
public record HeaderLine(String name, String value) {

    /** The lines of the column {@code headers}; one nameless line with the whole text if it is no JSON object. */
    static List<HeaderLine> of(String headers) {
        try (JsonReader reader = Json.createReader(new StringReader(headers == null ? "{}" : headers))) {
            JsonObject object = reader.readObject();
            List<HeaderLine> lines = new ArrayList<>();
            object.forEach((name, value) -> add(lines, name, value));
            return lines;
        } catch (JsonException | IllegalStateException e) {
            return List.of(new HeaderLine("", headers)); // a foreign row that was refused for this very reason
        }
    }

    private static void add(List<HeaderLine> lines, String name, JsonValue value) {
        if (value instanceof JsonArray several) {
            several.forEach(one -> add(lines, name, one));
        } else {
            lines.add(new HeaderLine(name, value instanceof JsonString text ? text.getString() : value.toString()));
        }
    }
}
