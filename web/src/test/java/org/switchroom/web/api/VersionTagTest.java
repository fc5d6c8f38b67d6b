package org.switchroom.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.common.StaleVersionException;
import org.switchroom.web.api.body.BodyRefusedException;

class VersionTagTest {
    @Test
    void readsTheTagThatItGave() {
        assertEquals(7, VersionTag.needed(ifMatch(VersionTag.of(7))));
    }

    @Test
    void needsTheHeader() {
        assertEquals(
                428,
                Problems.of(assertThrows(VersionMissingException.class, () -> VersionTag.needed(ifMatch())))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "W/\"7\"", "\"7\", \"8\"", "\"\"", "\"-1\"", "\"9999999999999999999\""})
    void refusesWhatItNeverGave(String tag) {
        assertThrows(BodyRefusedException.class, () -> VersionTag.needed(ifMatch(tag)));
    }

    @Test
    void saysHowTheThingIsNowWhenSomebodyWasFaster() {
        Problem problem = Problems.of(assertThrows(
                ChangedMeanwhileException.class,
                () -> VersionTag.change(
                        () -> {
                            throw new StaleVersionException("campaign SALES", 8);
                        },
                        () -> "{\"level\":3}",
                        text -> text)));

        assertEquals(412, problem.status());
        assertTrue(problem.json().contains("\"present\":{\"level\":3}"), problem::json);
    }

    private static HttpHeaders ifMatch(String... values) {
        return (HttpHeaders) Proxy.newProxyInstance(
                VersionTagTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> {
                    return method.getName().equals("getRequestHeader") && values.length > 0 ? List.of(values) : null;
                });
    }
}
