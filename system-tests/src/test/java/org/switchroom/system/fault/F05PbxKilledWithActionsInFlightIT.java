package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.Administrator;
import org.switchroom.system.Lab;
import org.switchroom.system.NewAction;

@Order(105)
@Fault(
        number = "F5",
        property = "each row of a server that is killed is settled, none stays SENT",
        promised = "0 non-terminal after 30 s")
class F05PbxKilledWithActionsInFlightIT extends FaultTest {
    private static final int SHORT = 10;
    private static final int LONG = 40;

    @Test
    void settlesEachRowOfAServerThatIsKilledWhileItRings() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < Rig.count(SHORT, LONG); i++) {
            ids.add(sql.insert(NewAction.callTo("1555765%03d4".formatted(i)).on("pbx2")));
        }
        await("some are on their way")
                .until(() -> ids.stream().map(sql::action).anyMatch(row -> "SENT".equals(row.status())));

        Lab.kill("pbx2");
        Stopwatch killed = new Stopwatch();
        Lab.boot("pbx2");
        // What had not been written goes out after the restart, and rings until its timeout: it is ended as soon as it
        // is known.
        killed.until("all that was in flight is settled", seconds(30), () -> {
            endRinging(ids);
            areFinal(ids);
        });

        measured("%d rows settled after %s", ids.size(), killed);
        Administrator.untilState("pbx2", "UP");
        killed.until("all calls are over", seconds(40), () -> areOver(ids));
        oracle.judge(sql).mustBeClean();
    }

    private void endRinging(List<Long> ids) {
        for (String channel : Lab.uniqueids("pbx2")) {
            if (channel.startsWith("swr-") && ids.contains(Long.valueOf(channel.split("-")[1]))) {
                Lab.console("pbx2", "channel request hangup all");
                return;
            }
        }
    }
}
