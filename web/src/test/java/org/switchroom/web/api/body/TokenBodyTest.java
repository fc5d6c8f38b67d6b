package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.user.entity.TokenScope;
import org.switchroom.user.entity.TokenSettings;

class TokenBodyTest {
    private static final Set<String> AREAS = Set.of("actions", "audit");

    @Test
    void readsAll() {
        TokenBody body = TokenBody.read(
                "{\"user\":\"robot\",\"label\":\"l\",\"may_write\":true,\"areas\":[\"actions\"],"
                        + "\"expires_at\":\"2027-01-01T00:00:00.000Z\"}",
                AREAS);

        assertEquals("robot", body.user());
        assertEquals(
                new TokenSettings("l", new TokenScope(true, Set.of("actions")), Instant.parse("2027-01-01T00:00:00Z")),
                body.settings());
    }

    @Test
    void readsWithoutAskingForMoreThanReading() {
        TokenBody body = TokenBody.read("{\"user\":\"robot\",\"label\":\"l\"}", AREAS);

        assertEquals(new TokenSettings("l", new TokenScope(false, Set.of()), null), body.settings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "areas      | {'user':'r','label':'l','areas':['nothing']}",
                "areas      | {'user':'r','label':'l','areas':[]}",
                "user       | {'label':'l'}",
                "label      | {'user':'r'}",
                "expires_at | {'user':'r','label':'l','expires_at':'tomorrow'}",
                "may_write  | {'user':'r','label':'l','may_write':1}",
                "body       | {'user':'r','label':'l','token':'t'}"
            },
            quoteCharacter = '"')
    void refusesWhatIsNotAsItShouldBe(String field, String text) {
        BodyRefusedException refused =
                assertThrows(BodyRefusedException.class, () -> TokenBody.read(text.replace('\'', '"'), AREAS));

        assertEquals(field, refused.field());
    }
}
