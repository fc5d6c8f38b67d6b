package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private final ServerClock clock = new ServerClock();

    @Test
    void tellsHowLongAnEventWasUnderWayWhateverTheServersClockSays() {
        clock.take("1000.050000", 5_000_000, 5_000_100);

        assertEquals(OptionalLong.of(17_000), clock.delayMillis("1001.000000", 5_018_000));
    }

    @Test
    void knowsNothingWithoutAPingOrAStamp() {
        assertEquals(OptionalLong.empty(), clock.delayMillis("1001.000000", 5_018_000));
        clock.take("1000.0", 5_000_000, 5_000_000);

        assertEquals(OptionalLong.empty(), clock.delayMillis("", 5_018_000));
        assertEquals(OptionalLong.empty(), clock.delayMillis("soon", 5_018_000));
    }

    @Test
    void anAnswerThatTookLongDoesNotSetTheClock() {
        clock.take("1000.0", 5_000_000, 5_000_000);
        clock.take("1000.0", 5_000_000, 5_020_000);

        assertEquals(OptionalLong.of(0), clock.delayMillis("1001.0", 5_001_000));
    }
}
