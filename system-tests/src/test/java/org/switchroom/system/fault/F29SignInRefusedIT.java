package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Administrator;
import org.switchroom.system.Lab;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(129)
@Fault(
        number = "F29",
        property = "a user removed or a class taken away while running is named, and the server is not stormed",
        promised = "<= 1 try in 5 s per user")
class F29SignInRefusedIT extends FaultTest {
    private static final Path USERS = Lab.configuration("pbx2").resolve("manager-switchroom.conf");
    private static final int SHORT = 7;
    private static final int LONG = 21;

    @Test
    void namesTheUserThatIsRefusedAndTriesSeldom() throws Exception {
        String right = Files.readString(USERS);
        try (AmiWay way = AmiWay.to("pbx2")) {
            write(right.replace("[switchroom-events]", "[switchroom-somebody-else]"));
            way.proxy().rst();
            await("the refusal is told").atMost(seconds(15)).until(() -> reason().contains("switchroom-events"));
            Duration watched = seconds(Rig.count(SHORT, LONG));
            long before = way.proxy().acceptedCount();
            await("time passes")
                    .pollInterval(Duration.ofMillis(200))
                    .during(watched)
                    .atMost(watched.plusSeconds(5))
                    .until(() -> !"UP".equals(Administrator.server("pbx2").getString("state")));
            long tries = way.proxy().acceptedCount() - before;

            measured("%d tries of all users in %d s; said: %s", tries, watched.toSeconds(), reason());
            assertTrue(tries <= 2 * (watched.toSeconds() / 5 + 1), tries + " tries");
            write(right);
            Administrator.untilState("pbx2", "UP");
        } finally {
            write(right);
        }
        callWorks("pbx2");
    }

    @Test
    void namesTheClassThatIsMissing() throws Exception {
        String right = Files.readString(USERS);
        try (AmiWay way = AmiWay.to("pbx2")) {
            write(right.replace("write = call,originate,reporting,agi", "write = call,reporting,agi"));
            way.proxy().rst();
            await("the test of the settings tells the missing class")
                    .atMost(seconds(15))
                    .until(() -> tested().contains("originate"));
            long refused = sql.insert(NewAction.callTo("15557654340").on("pbx2"));
            ActionRow row = Waiting.untilFinal(sql, refused);

            measured("the row says: %s", row.message());
            assertEquals("FAILED null null", row.outcome(), row::toString);
            write(right);
            way.proxy().rst();
            await("all is well again").atMost(seconds(15)).until(() -> !tested().contains("\"originate\""));
        } finally {
            write(right);
        }
        Administrator.untilState("pbx2", "UP");
        callWorks("pbx2");
    }

    private static String tested() {
        return Administrator.rest().post("/api/v1/servers/pbx2/test", "").toString();
    }

    private static String reason() {
        var server = Administrator.server("pbx2");
        return server.isNull("state_reason") ? "" : server.getString("state_reason", "");
    }

    private static void write(String users) throws java.io.IOException {
        Files.writeString(USERS, users);
        Lab.console("pbx2", "manager reload");
    }
}
