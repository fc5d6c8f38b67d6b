package org.switchroom.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Waits for what a client waits for: its row. */
public final class Waiting {
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    private Waiting() {}

    public static ActionRow untilFinal(SqlClient sql, long id) {
        return until(sql::action, id, USUAL, ActionRow::isFinal);
    }

    public static ActionRow untilOver(SqlClient sql, long id) {
        return until(sql::action, id, USUAL, ActionRow::isOver);
    }

    public static ActionRow untilUp(SqlClient sql, long id) {
        ActionRow row = until(sql::action, id, USUAL, seen -> seen.isUp() || seen.isOver());
        if (!row.isUp()) {
            throw new AssertionError("row " + id + " never was up: " + row);
        }
        return row;
    }

    public static ActionRow until(LongFunction<ActionRow> reader, long id, Duration most, Predicate<ActionRow> wanted) {
        return await("row " + id)
                .atMost(most)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> reader.apply(id), wanted);
    }
}
