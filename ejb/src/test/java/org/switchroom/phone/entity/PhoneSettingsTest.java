package org.switchroom.phone.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.user.entity.Violation;

class PhoneSettingsTest {
    private static final PhoneSettings GOOD = new PhoneSettings(
            "anna",
            "Desk",
            PhoneKind.SIP,
            Technology.PJSIP,
            "pbx1",
            "phone1",
            "101",
            "101@default",
            "+49891",
            "Anna",
            true);

    @Test
    void isWhatItsTextsSay() {
        assertEquals(GOOD, PhoneSettings.of(GOOD.fields()));
        assertEquals(List.of(), GOOD.violations());
    }

    @ParameterizedTest
    @CsvSource({
        "owner,''",
        "label,''",
        "technology,Local",
        "technology,SIP",
        "server_name,''",
        "endpoint,a b",
        "endpoint,a&b",
        "endpoint,a/b",
        "extension,1O1",
        "extension,123456789012345678901",
        "voicemail,101",
        "voicemail,101@a b",
        "caller_id_num,abc",
        "caller_id_num,+",
        "caller_id_name,a\"b",
        "caller_id_name,'a,b'"
    })
    void saysWhichFieldCantBeSo(String field, String value) {
        Map<String, String> fields = new HashMap<>(GOOD.fields());
        fields.put(field, value);

        assertEquals(
                List.of(field),
                PhoneSettings.of(fields).violations().stream()
                        .map(Violation::field)
                        .toList());
    }

    @Test
    void aBrowserPhoneIsPjsip() {
        Map<String, String> fields = new HashMap<>(GOOD.fields());
        fields.put("kind", "BROWSER");
        assertEquals(List.of(), PhoneSettings.of(fields).violations());

        fields.put("technology", "IAX2");
        assertEquals(1, PhoneSettings.of(fields).violations().size());
    }
}
