package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @Test
    void readsTheTokenWhateverTheCaseOfTheScheme() {
        assertEquals(Optional.of("0123456789abcdef"), BearerToken.in(List.of("Bearer 0123456789abcdef")));
        assertEquals(Optional.of("0123456789abcdef"), BearerToken.in(List.of("bearer 0123456789abcdef")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer short",
                "Basic YWxhZGRpbjpvcGVu",
                "0123456789abcdef",
                "Bearer 01234567 89abcdef",
                "Bearer 0123456789\u00e9"
            })
    void refusesOtherHeaders(String header) {
        assertTrue(BearerToken.in(List.of(header)).isEmpty());
    }

    @Test
    void refusesTwoHeaders() {
        assertTrue(BearerToken.in(List.of("Bearer 0123456789", "Bearer 0123456789"))
                .isEmpty());
    }
}
