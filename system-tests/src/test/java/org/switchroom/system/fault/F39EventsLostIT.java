package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.Lab;
import org.switchroom.system.Mirror;

@Order(139)
@Fault(
        number = "F39",
        property = "events that are lost on the way, Hangups among them, are made up for by the comparison of lists",
        promised = "healed < 10 s")
class F39EventsLostIT extends FaultTest {
    private static final int SHORT = 10;
    private static final int LONG = 40;
    private static final int LOST_IN_HUNDRED = 5;
    private static final int MOST_SECONDS = 10;
    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void healsWhatLostEventsLeftBehind() throws Exception {
        Random chance = Rig.random();
        try (AmiWay way = AmiWay.to("pbx2")) {
            calls.dial("pbx2", Rig.count(SHORT, LONG));
            calls.untilUp();
            way.proxy().filter(new Frames(way::note, frame -> thinned(frame, chance)));
            Lab.console("pbx2", "channel request hangup all");
            Stopwatch ended = new Stopwatch();
            ended.until("the calls are closed", seconds(MOST_SECONDS), () -> areOver(calls.ids()));
            ended.until(
                    "the table is right",
                    seconds(MOST_SECONDS),
                    () -> assertEquals(Lab.uniqueids("pbx2"), new Mirror(sql).table("pbx2")));

            measured(
                    "%d events lost of %d calls, healed after %s, seed %d",
                    lost.get(), calls.ids().size(), ended, Rig.usedSeed());
        }
        oracle.judge(sql).mustBeClean();
    }

    /** Every third Hangup, and of other events 5 in 100; lists and replies pass whole. */
    private List<String> thinned(String frame, Random chance) {
        boolean isListed = frame.contains("\r\nActionID: ");
        int odds = frame.startsWith("Event: Hangup\r") ? 33 : LOST_IN_HUNDRED;
        if (frame.startsWith("Event: ") && !isListed && chance.nextInt(100) < odds) {
            lost.incrementAndGet();
            return List.of();
        }
        return List.of(frame);
    }
}
