package org.switchroom.lead.load;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.lead.control.LeadJson;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.LoadResult;
import org.switchroom.lead.entity.RowOutcome;

/** What a load keeps as JSON. */
final class LoadJson {
    private LoadJson() {}

    static String strings(List<String> strings) {
        return LeadJson.text(json -> {
            json.writeStartArray();
            strings.forEach(json::write);
            json.writeEnd();
        });
    }

    static List<String> strings(String text) {
        return LeadJson.array(text).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    static String format(FileFormat format) {
        return LeadJson.text(json -> {
            json.writeStartObject()
                    .write("kind", format.kind().name())
                    .write("charset", format.charset().name())
                    .write("delimiter", String.valueOf(format.delimiter()))
                    .write("head", format.head())
                    .write("region", format.region())
                    .writeStartArray("columns");
            format.columns().forEach(json::write);
            json.writeEnd().writeEnd();
        });
    }

    static FileFormat format(String text) {
        JsonObject json = LeadJson.object(text);
        return new FileFormat(
                FileFormat.Kind.valueOf(json.getString("kind")),
                Charset.forName(json.getString("charset")),
                json.getString("delimiter").charAt(0),
                json.getBoolean("head"),
                json.getJsonArray("columns").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList(),
                json.getString("region", ""));
    }

    static String result(LoadResult result) {
        return LeadJson.text(json -> {
            json.writeStartObject().writeStartObject("counts");
            result.counts().forEach((outcome, count) -> json.write(outcome.name(), count));
            json.writeEnd().writeStartObject("zones");
            result.zones().forEach(json::write);
            json.writeEnd().writeEnd();
        });
    }

    static LoadResult result(String text) {
        JsonObject json = LeadJson.object(text);
        if (json.isEmpty()) {
            return LoadResult.NOTHING;
        }
        Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
        json.getJsonObject("counts").forEach((name, count) -> counts.put(RowOutcome.valueOf(name), number(count)));
        Map<String, Long> zones = new HashMap<>();
        json.getJsonObject("zones").forEach((name, count) -> zones.put(name, number(count)));
        return new LoadResult(counts, zones);
    }

    private static Long number(JsonValue value) {
        return Long.valueOf(value.toString());
    }
}
