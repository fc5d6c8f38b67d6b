package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingGroupTest {
    @Test
    void takesHalfAsManyWithEachRunAndOneAtLeast() {
        ShrinkingGroup group = new ShrinkingGroup(10);

        assertEquals(
                List.of(10, 5, 2, 1, 1, 1),
                IntStream.range(0, 6).mapToObj(run -> group.next()).toList());
    }
}
