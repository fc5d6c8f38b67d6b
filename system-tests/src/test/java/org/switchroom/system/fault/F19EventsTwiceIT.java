package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.ActionRow;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(119)
@Fault(number = "F19", property = "each event delivered twice changes nothing", promised = "equal database state")
class F19EventsTwiceIT extends FaultTest {
    private static final int[] DIGITS = {1, 4, 5, 6, 7, 8};

    @Test
    void storesTheSameWhenEachEventComesTwice() throws Exception {
        List<String> once = outcomes();
        List<String> twice;
        try (AmiWay way = AmiWay.to("pbx1")) {
            way.proxy().filter(new Frames(way::note, F19EventsTwiceIT::doubled));
            twice = outcomes();
        }

        measured("%d calls: outcomes and stories equal", DIGITS.length);
        assertEquals(once, twice);
        oracle.judge(sql).mustBeClean();
    }

    private static List<String> doubled(String frame) {
        return frame.startsWith("Event: ") ? List.of(frame, frame) : List.of(frame);
    }

    private List<String> outcomes() throws Exception {
        Map<Integer, Long> ids = new LinkedHashMap<>();
        for (int digit : DIGITS) {
            ids.put(digit, sql.insert(NewAction.callTo("1555765719" + digit)));
        }
        List<String> outcomes = new ArrayList<>();
        for (Map.Entry<Integer, Long> call : ids.entrySet()) {
            ActionRow row = Waiting.untilOver(sql, call.getValue());
            outcomes.add(call.getKey() + " " + row.outcome() + " " + sql.story(call.getValue()));
        }
        return outcomes;
    }
}
