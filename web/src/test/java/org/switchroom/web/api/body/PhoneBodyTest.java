package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.phone.entity.PhoneKind;
import org.switchroom.phone.entity.PhoneSettings;

class PhoneBodyTest {
    @Test
    void aPhoneIsAPjsipDeviceThatMayRingUnlessItSaysOtherwise() {
        PhoneSettings read = PhoneBody.read(
                "{\"owner\":\"anna\",\"label\":\"Desk\",\"server_name\":\"pbx1\",\"endpoint\":\"phone1\"}");

        assertEquals(PhoneKind.SIP, read.kind());
        assertEquals(Technology.PJSIP, read.technology());
        assertNull(read.extension());
        assertTrue(read.enabled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"owner\":\"a\",\"label\":\"b\",\"server_name\":\"c\",\"endpoint\":1}",
                "{\"owner\":\"a\",\"label\":\"b\",\"server_name\":\"c\",\"endpoint\":\"d\",\"kind\":\"FAX\"}",
                "{\"owner\":\"a\",\"label\":\"b\",\"server_name\":\"c\",\"endpoint\":\"d\",\"technology\":\"SIP\"}",
                "{\"owner\":\"a\",\"label\":\"b\",\"server_name\":\"c\",\"endpoint\":\"d\",\"preferred\":true}"
            })
    void refusesWhatIsNoPhone(String body) {
        assertThrows(BodyRefusedException.class, () -> PhoneBody.read(body));
    }
}
