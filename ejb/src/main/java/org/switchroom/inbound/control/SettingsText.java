package org.switchroom.inbound.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.switchroom.inbound.entity.InboundKind;

/** Settings as the column keeps them: a JSON object of texts. */
final class SettingsText {
    private SettingsText() {}

    static String of(Map<String, String> values) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }

    /** The values of the settings that this release knows. */
    static Map<String, String> values(InboundKind kind, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            kind.settings().stream()
                    .filter(setting -> json.get(setting.id()) instanceof JsonString)
                    .forEach(setting -> values.put(setting.id(), json.getString(setting.id())));
        }
        return values;
    }
}
