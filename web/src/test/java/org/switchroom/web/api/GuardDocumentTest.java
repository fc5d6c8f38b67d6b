package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneKind;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.PhoneJson;

/** Holds what the document says of phones and the guard to what is served. */
class GuardDocumentTest {
    @Test
    void phonesHaveTheNamesOfTheirSchema() throws IOException {
        UserAccount owner = new UserAccount("a", "A", "-", Set.of(), Instant.EPOCH);
        PhoneSettings settings = new PhoneSettings(
                "a", "Desk", PhoneKind.SIP, Technology.PJSIP, "pbx1", "a1", null, null, null, null, true);

        assertSchema("Phone", json -> PhoneJson.write(new Phone(settings, owner, Instant.EPOCH), json));
    }

    private static void assertSchema(String name, Consumer<JsonFields> representation) throws IOException {
        JsonObject document = parse(new String(new OpenApiResource().read(), StandardCharsets.UTF_8));
        JsonObject schema =
                document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);

        assertEquals(
                new TreeSet<>(schema.getJsonObject("properties").keySet()),
                new TreeSet<>(parse(JsonFields.text(representation)).keySet()),
                name);
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
