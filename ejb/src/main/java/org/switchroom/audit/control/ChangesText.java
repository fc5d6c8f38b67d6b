package org.switchroom.audit.control;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.SortedMap;
import org.switchroom.audit.entity.AuditEntry;

/** Changes as JSON: an object of field to an array of before and after. Control characters come out escaped. */
final class ChangesText {
    private ChangesText() {}

    static String of(SortedMap<String, AuditEntry.Change> changes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            changes.forEach((field, change) -> {
                json.writeStartArray(field);
                write(json, change.before());
                write(json, change.after());
                json.writeEnd();
            });
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.write(value);
        }
    }
}
