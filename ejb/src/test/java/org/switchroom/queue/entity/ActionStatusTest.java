package org.switchroom.queue.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionStatusTest {
    private static final Path PAGE = Path.of("..", "docs", "queue-states.md");
    private static final Pattern LINE = Pattern.compile("\\| ([A-Z]+) \\| ([A-Z, -]+) \\|.*");

    @Test
    void isWhatTheDocumentationDraws() throws IOException {
        Map<ActionStatus, Set<ActionStatus>> drawn = new EnumMap<>(ActionStatus.class);

        for (String line : Files.readAllLines(PAGE)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                drawn.put(ActionStatus.valueOf(matcher.group(1)), states(matcher.group(2)));
            }
        }

        assertEquals(Arrays.stream(ActionStatus.values()).collect(Collectors.toMap(s -> s, ActionStatus::next)), drawn);
    }

    private static Set<ActionStatus> states(String text) {
        Set<ActionStatus> states = EnumSet.noneOf(ActionStatus.class);
        if (!text.trim().equals("-")) {
            Arrays.stream(text.split(","))
                    .map(String::trim)
                    .map(ActionStatus::valueOf)
                    .forEach(states::add);
        }
        return states;
    }

    @ParameterizedTest
    @EnumSource
    void endsExactlyWhereNothingFollows(ActionStatus status) {
        assertEquals(status.isFinal(), status.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void neverFollowsItself(ActionStatus status) {
        assertFalse(status.next().contains(status));
    }

    @Test
    void unknownIsNotTheEnd() {
        assertFalse(ActionStatus.UNKNOWN.isFinal());
        assertTrue(ActionStatus.UNKNOWN.next().contains(ActionStatus.FAILED));
    }

    @Test
    void nothingThatWasSentIsTakenBackOrExpires() {
        assertFalse(ActionStatus.UNKNOWN.next().contains(ActionStatus.NEW));
        for (ActionStatus sent : Set.of(ActionStatus.SENT, ActionStatus.UNKNOWN)) {
            assertFalse(sent.next().contains(ActionStatus.CANCELLED));
            assertFalse(sent.next().contains(ActionStatus.EXPIRED));
        }
    }
}
