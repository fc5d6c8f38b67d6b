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
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneKind;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.web.api.json.GuardJson;
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

    @Test
    void theGuardHasTheNamesOfItsSchemas() throws IOException {
        Unlock unlock = new Unlock(1, "g", "+881", Instant.EPOCH, null, "me", Instant.EPOCH);
        NewCountry country = new NewCountry("DE", Instant.EPOCH, "me", null);

        assertSchema("Guard", json -> GuardJson.write(new StoredSettings(GuardSettings.OFF, null, null, 0), json));
        assertSchema("Unlock", json -> GuardJson.write(unlock, json));
        assertSchema("CalledCountry", json -> GuardJson.write(country, json));
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
