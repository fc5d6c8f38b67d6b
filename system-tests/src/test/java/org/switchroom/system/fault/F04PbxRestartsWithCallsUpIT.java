package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.Administrator;
import org.switchroom.system.Lab;

@Order(104)
@Fault(
        number = "F4",
        property = "calls of a server that restarts are closed with a cause, and the queue goes on",
        promised = "clean < 15 s after FullyBooted")
class F04PbxRestartsWithCallsUpIT extends FaultTest {
    private static final int SHORT = 10;
    private static final int LONG = 50;
    private static final int MOST_SECONDS = 15;

    @Test
    void closesTheCallsOfAServerThatRestartsByItself() throws Exception {
        calls.dial("pbx2", Rig.count(SHORT, LONG));
        calls.untilUp();

        Lab.restart("pbx2");
        Stopwatch booted = new Stopwatch();
        booted.until("calls are closed", seconds(MOST_SECONDS), () -> areOver(calls.ids()));
        double clean = booted.until("the table is empty", seconds(MOST_SECONDS), () -> tableIsEmpty("pbx2"));

        measured("%d calls, clean after %.1f s", calls.ids().size(), clean);
        calls.untilOver().forEach(row -> assertNotNull(row.hangupCauseText(), row::toString));
        Administrator.untilState("pbx2", "UP");
        callWorks("pbx2");
        oracle.judge(sql).mustBeClean();
    }
}
