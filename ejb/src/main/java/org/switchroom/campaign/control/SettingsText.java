package org.switchroom.campaign.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.Setting;

/**
 * Settings as the JSON that is stored: truths, numbers, texts, and arrays of words. What is read and not in the catalogue any more is left
 * out, so that a release without a setting still reads what the one before has written.
 */
public final class SettingsText {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private SettingsText() {}

    /** These values by id, each as its kind is. */
    public static String of(Map<String, String> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject();
            values.forEach((id, value) -> write(json, CampaignCatalogue.need(id), value));
            json.writeEnd();
        }
        return text.toString();
    }

    /** What such a text holds. */
    public static CampaignSettings read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            Map<String, String> values = new LinkedHashMap<>();
            object.forEach((id, value) -> CampaignCatalogue.find(id)
                    .map(setting -> value(value))
                    .filter(spelled -> CampaignCatalogue.need(id).check(spelled).isEmpty())
                    .ifPresent(
                            spelled -> values.put(id, CampaignCatalogue.need(id).canonical(spelled))));
            return CampaignSettings.of(values);
        }
    }

    private static void write(JsonGenerator json, Setting setting, String value) {
        switch (setting.kind()) {
            case YES_NO -> json.write(setting.id(), Boolean.parseBoolean(value));
            case NUMBER -> json.write(setting.id(), new BigDecimal(value));
            case SET, REFERENCES -> {
                json.writeStartArray(setting.id());
                Setting.words(value).forEach(json::write);
                json.writeEnd();
            }
            default -> json.write(setting.id(), value);
        }
    }

    private static String value(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case ARRAY ->
                ((JsonArray) value)
                        .getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}
