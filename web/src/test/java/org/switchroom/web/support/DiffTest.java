package org.switchroom.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffTest {
    @Test
    void showsWhatWasAndWhatIs() {
        assertEquals(
                List.of(new Diff.Line("level", "2", "3"), new Diff.Line("script", "", "<b>")),
                Diff.lines("{\"level\":[\"2\",\"3\"],\"script\":[null,\"<b>\"]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{\"a\":1}", "{\"a\":[]}", "{\"a\":[1,2]}"})
    void showsWhatItCantReadAsItIs(String changes) {
        assertEquals(List.of(new Diff.Line("-", "", changes)), Diff.lines(changes));
    }
}
