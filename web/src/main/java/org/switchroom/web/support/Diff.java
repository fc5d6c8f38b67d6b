package org.switchroom.web.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/** The changes of an entry of the audit, field by field. */
public final class Diff {
    /**
     * One field; an empty text where there was or is none.
     *
     * @param field as it is called by the feature
     */
    public record Line(String field, String before, String after) {}

    private Diff() {}

    /** @param changes JSON object: field to an array of before and after; what can't be read is shown as it is */
    public static List<Line> lines(String changes) {
        try (JsonReader reader = Json.createReader(new StringReader(changes))) {
            JsonObject fields = reader.readObject();
            return fields.keySet().stream()
                    .map(field -> line(field, fields.getJsonArray(field)))
                    .toList();
        } catch (JsonException | ClassCastException | IndexOutOfBoundsException e) {
            return List.of(new Line("-", "", changes)); // somebody wrote it by hand, which the verification says
        }
    }

    private static Line line(String field, JsonArray change) {
        return new Line(field, text(change, 0), text(change, 1));
    }

    private static String text(JsonArray change, int index) {
        return change.isNull(index) ? "" : ((JsonString) change.get(index)).getString();
    }
}
