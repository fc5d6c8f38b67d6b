package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.web.api.json.InboundJson;
import org.switchroom.web.api.json.JsonFields;

class InboundBodyTest {

    @Test
    void readsEachSettingByItsType() {
        InboundItem did = InboundBody.read(
                InboundKind.DID,
                "15551230",
                "{\"settings\":{\"name\":\"Main\",\"active\":false,\"server_name\":null,"
                        + "\"target\":\"IN_GROUP:SALES\",\"blocked_callers\":[\"+1 555 9\",\"1666*\"]}}");

        assertEquals("Main", did.name());
        assertEquals("false", did.value("active"));
        assertEquals("", did.value("server_name"));
        assertEquals("IN_GROUP:SALES", did.value("target"));
        assertEquals("15559\n1666*", did.value("blocked_callers"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|settings",
                "{\"settings\":{\"name\":1}}|settings.name",
                "{\"settings\":{\"active\":\"yes\"}}|settings.active",
                "{\"settings\":{\"blocked_callers\":\"1\"}}|settings.blocked_callers",
                "{\"settings\":{\"blocked_callers\":[1]}}|settings.blocked_callers",
                "{\"settings\":{\"priority\":1}}|settings",
                "{\"settings\":{},\"version\":1}|body"
            })
    void namesTheFieldThatIsNotAsItShouldBe(String body, String field) {
        BodyRefusedException refused =
                assertThrows(BodyRefusedException.class, () -> InboundBody.read(InboundKind.DID, "15551230", body));

        assertEquals(field, refused.field());
    }

    @ParameterizedTest
    @EnumSource
    void takesTheSettingsThatItGives(InboundKind kind) {
        InboundItem item = InboundItem.of(kind, "200", Map.of("name", "Name"));
        String given = JsonFields.text(json -> InboundJson.write(item, json));
        String settings = given.substring(given.indexOf("\"settings\""));

        assertEquals(item, InboundBody.read(kind, "200", "{" + settings));
    }
}
