package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTagTest {
    @Test
    void isReadBackFromTheWire() {
        ActionTag tag = ActionTag.fresh(123_456);

        assertEquals(Optional.of(tag), ActionTag.read(tag.text()));
        assertEquals(123_456, tag.id());
    }

    @Test
    void isAnotherForEachClaimOfTheSameRow() {
        Set<String> texts = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            texts.add(ActionTag.fresh(1).text());
        }

        assertEquals(1000, texts.size());
    }

    @Test
    void fitsTheLargestRowId() {
        ActionTag tag = ActionTag.fresh(999_999_999_999_999_999L);

        assertEquals(Optional.of(tag), ActionTag.read(tag.text()));
        assertTrue(tag.text().length() < 64);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1772366400.12",
                "swr-",
                "swr-1",
                "swr-x-abcdef",
                "swr-1-ABCDEF",
                "swr-1-abcdef;2",
                " swr-1-abcdef",
                "swr-1-abcdef\n",
                "swr-1-abcdef'or'1",
                "swr-9999999999999999999-abcdef",
                "swr--1-abcdef"
            })
    void isNotSeenInIdsThatAreNotOurs(String text) {
        assertEquals(Optional.empty(), ActionTag.read(text));
    }

    @Test
    void isNotSeenInTheSecondHalfOfOurLocalChannel() {
        assertEquals(Optional.empty(), ActionTag.read(ActionTag.fresh(7).text() + ";2"));
    }
}
