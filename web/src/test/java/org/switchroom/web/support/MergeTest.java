package org.switchroom.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Map<String, String> BASE = Map.of("name", "Sales", "level", "2", "zone", "UTC");

    @Test
    void takesFromEachWhatOnlyThatOneChanged() {
        Merge merge = merge(
                Map.of("name", "Mine", "level", "2", "zone", "UTC"),
                Map.of("name", "Sales", "level", "3", "zone", "UTC"));

        assertEquals(Map.of("name", "Mine", "level", "3", "zone", "UTC"), merge.merged());
        assertEquals(List.of(new Merge.Line("level", "3", "2", false)), merge.getLines());
    }

    @Test
    void keepsMineWhereBothDidAndSaysSo() {
        Merge merge = merge(
                Map.of("name", "Mine", "level", "2", "zone", "UTC"),
                Map.of("name", "Theirs", "level", "2", "zone", "UTC"));

        assertEquals("Mine", merge.merged().get("name"));
        assertEquals(List.of(new Merge.Line("name", "Theirs", "Mine", true)), merge.getLines());
        assertEquals("Theirs", merge.withTheirs("name", merge.merged()).get("name"));
    }

    @Test
    void theSameChangeOfBothIsNoQuarrel() {
        Map<String, String> both = Map.of("name", "Same", "level", "2", "zone", "UTC");

        assertEquals(
                List.of(new Merge.Line("name", "Same", "Same", false)),
                merge(both, both).getLines());
    }

    @Test
    void aFieldThatTheyEmptiedIsEmpty() {
        Merge merge = merge(BASE, Map.of("name", "Sales", "level", "2"));

        assertEquals(null, merge.merged().get("zone"));
        assertEquals(List.of(new Merge.Line("zone", null, "UTC", false)), merge.getLines());
    }

    private static Merge merge(Map<String, String> mine, Map<String, String> theirs) {
        return Merge.of(BASE, mine, theirs, Optional.empty());
    }
}
