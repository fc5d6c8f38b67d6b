package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.Administrator;
import org.switchroom.system.Lab;
import org.switchroom.system.Mirror;

@Order(213)
@Tag("faults")
@Fault(
        number = "F13",
        property =
                "each statement takes 200 ms more: the reader never waits for the database, and all is caught up with afterwards",
        promised = "0 disconnects by the PBX",
        errors = Errors.OF_THE_DATABASE)
class F13DatabaseSlowIT extends FaultTest {
    private static final Path USERS = Lab.configuration("pbx2").resolve("manager-switchroom.conf");
    private static final long SLOWER_NANOS = 200_000_000L;
    private static final int CALLS = 20;
    /** Counted from the moment when the server joined. */
    private static final String RECONNECTS = "switchroom_ami_reconnects";

    @Test
    @Timeout(240)
    void keepsItsConnectionsWhileTheDatabaseIsSlow() throws Exception {
        FaultProxy proxy = Rig.sql();
        String right = Files.readString(USERS);
        try {
            impatient(right.replace("writetimeout = 5000", "writetimeout = 100"));
            org.awaitility.Awaitility.await("the figures are those of the new session")
                    .until(() -> Metrics.ofServer("pbx2", RECONNECTS) == 0);
            proxy.filter((connection, way, piece) -> {
                if (way == FaultProxy.Way.TO_SERVER) {
                    LockSupport.parkNanos(SLOWER_NANOS);
                }
                return piece;
            });
            calls.dial("pbx2", CALLS);
            calls.untilSettled();
            Lab.console("pbx2", "channel request hangup all");
            Stopwatch ended = new Stopwatch();
            ended.until("each call is closed", seconds(60), () -> areOver(calls.ids()));
            double slow = ended.seconds();
            proxy.pass();
            Stopwatch fast = new Stopwatch();
            fast.until(
                    "all is caught up with",
                    seconds(10),
                    () -> assertEquals(Lab.uniqueids("pbx2"), new Mirror(sql).table("pbx2")));

            double lost = Metrics.ofServer("pbx2", RECONNECTS);
            measured(
                    "%d calls closed after %.1f s of slowness, caught up %s after it, %.0f disconnects",
                    CALLS, slow, fast, lost);
            assertEquals(0, lost, "disconnects");
        } finally {
            proxy.pass();
            impatient(right);
        }
        oracle.judge(sql).mustBeClean();
    }

    /** With these users; the sessions are made anew, since an old one keeps its settings. */
    private static void impatient(String users) throws Exception {
        Files.writeString(USERS, users);
        Lab.console("pbx2", "manager reload");
        Administrator.save("pbx2", Administrator.settings("pbx2", Administrator.portOf("pbx2"), false));
        org.awaitility.Awaitility.await("nobody is signed in")
                .pollDelay(Duration.ZERO)
                .until(() -> Lab.logins("pbx2").isEmpty());
        Administrator.moveTo("pbx2", Administrator.portOf("pbx2"));
    }
}
