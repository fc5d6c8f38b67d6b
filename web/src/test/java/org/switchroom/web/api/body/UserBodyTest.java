package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.Role;

class UserBodyTest {
    @Test
    void readsAnAccount() {
        AccountSettings read =
                UserBody.read("{\"full_name\":\" Anna \",\"roles\":[\"agent\",\"admin\"],\"group\":\"Demo\"}");

        assertEquals(new AccountSettings("Anna", Set.of(Role.AGENT, Role.ADMIN), "Demo", true, null), read);
    }

    @Test
    void readsWhatAGroupMay() {
        GroupSettings read = UserBody.readGroup("{\"campaigns\":[\"SALES\"],\"destinations\":[\"*\"]}");

        assertEquals(Set.of("SALES"), read.of(RightKind.CAMPAIGN));
        assertTrue(read.hasAll(RightKind.DESTINATION));
        assertTrue(read.of(RightKind.REPORT).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"roles\":[\"agent\"]}",
                "{\"full_name\":\"A\",\"roles\":\"agent\"}",
                "{\"full_name\":\"A\",\"roles\":[\"root\"]}",
                "{\"full_name\":\"A\",\"roles\":[1]}",
                "{\"full_name\":\"A\",\"roles\":[[\"agent\"]]}",
                "{\"full_name\":\"A\",\"roles\":[\"agent\",\"agent\"]}",
                "{\"full_name\":\"A\",\"roles\":[\"agent\"],\"name\":\"b\"}",
                "{\"full_name\":\"A\",\"roles\":[\"agent\"],\"password_hash\":\"x\"}"
            })
    void refusesWhatIsNoAccount(String body) {
        assertThrows(BodyRefusedException.class, () -> UserBody.read(body));
    }
}
