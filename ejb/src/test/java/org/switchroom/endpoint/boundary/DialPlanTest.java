package org.switchroom.endpoint.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.SettableClock;
import org.switchroom.endpoint.control.DialPlanSnapshot;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;

class DialPlanTest {
    private final Tables tables = new Tables();
    private final SettableClock clock = new SettableClock();
    private final DialPlan plan = new DialPlan(tables, clock);

    @BeforeEach
    void load() {
        plan.load();
    }

    @Test
    void seesARowInsertedBySqlWithin2Seconds() {
        tables.contexts.add(new AllowedContext("*", "office", "s"));

        clock.advance(Duration.ofSeconds(2));
        plan.refresh();

        assertTrue(plan.current().allowsContext("pbx1", "office"));
    }

    @Test
    void seesAChangeThroughTheDirectoryAtOnce() {
        tables.contexts.add(new AllowedContext("*", "office", "s"));

        plan.changed(new DialPlanChanged());
        plan.refresh();

        assertTrue(plan.current().allowsContext("pbx1", "office"));
    }

    @Test
    void looksAtTheTablesNoMoreOftenThanNeeded() {
        for (int tick = 0; tick < 99; tick++) {
            clock.advance(Duration.ofMillis(20));
            plan.refresh();
        }

        assertEquals(1, tables.lookCount);
    }

    @Test
    void readsTheRowsOnlyIfTheyChanged() {
        DialPlanSnapshot before = plan.current();

        clock.advance(Duration.ofSeconds(2));
        plan.refresh();

        assertEquals(2, tables.lookCount);
        assertSame(before, plan.current());
    }

    /** The two tables without a database. */
    private static final class Tables extends EndpointDirectory {
        private final List<AllowedContext> contexts = new ArrayList<>();
        private int lookCount;

        @Override
        public List<Endpoint> endpoints() {
            return List.of();
        }

        @Override
        public List<AllowedContext> contexts() {
            return contexts;
        }

        @Override
        public String fingerprint() {
            lookCount++;
            return String.valueOf(contexts.size());
        }
    }
}
