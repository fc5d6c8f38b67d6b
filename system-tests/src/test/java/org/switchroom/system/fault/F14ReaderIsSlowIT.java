package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.Administrator;

@Order(114)
@Fault(
        number = "F14",
        property =
                "a connection that we read too slowly for the server is given up and made anew, calls that are up stay",
        promised = "clean < 10 s")
class F14ReaderIsSlowIT extends FaultTest {
    private static final int CALLS = 3;

    @Test
    void connectsAnewWhenTheServerDropsASlowReader() throws Exception {
        try (AmiWay way = AmiWay.to("pbx2")) {
            calls.dial("pbx2", CALLS);
            calls.untilUp();
            long before = way.proxy().acceptedCount();

            way.proxy().halfOpen(FaultProxy.Way.TO_CLIENT);
            await("it is seen that nothing comes any more")
                    .atMost(seconds(30))
                    .until(() -> !"UP".equals(Administrator.server("pbx2").getString("state")));
            way.proxy().rst();
            way.pass();
            Stopwatch open = new Stopwatch();
            Administrator.untilState("pbx2", "UP");
            callWorks("pbx2");

            measured("usable after %s, %d new connections", open, way.proxy().acceptedCount() - before);
            calls.hangUp();
            List<String> outcomes = calls.untilOver().stream()
                    .map(row -> row.outcome())
                    .distinct()
                    .toList();
            assertEquals(List.of("SUCCEEDED HUNGUP 16"), outcomes);
        }
        oracle.judge(sql).mustBeClean();
    }
}
