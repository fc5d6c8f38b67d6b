package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the guard is set up, a call that is not allowed never reaches the wire, through whichever door it comes. */
@Order(48)
@ExtendWith(LeavesNothingBehind.class)
class TollFraudIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ALLOWED = "15551230000";
    private static final String REFUSED = "447400123450";
    private static final String GROUP = "(select id from user_group where name = 'Guarded')";

    private final RestClient rest = RestClient.client();
    private SqlClient own;
    private SqlClient sql;

    @BeforeEach
    void setsTheGuardUp() throws SQLException {
        own = SqlClient.own();
        sql = SqlClient.foreign();
        own.run("insert into user_group (name) values ('Guarded')");
        own.run("insert into user_group_right (group_id, kind, value) select " + GROUP + ", 'DESTINATION', '+1555'");
        own.run("update user_account set group_id = " + GROUP + " where name = 'api'");
        own.run("update guard_plan set enforced = true, home_country = 'DE', version = version + 1");
        untilEnforced(true);
    }

    @AfterEach
    void takesTheGuardDown() throws SQLException {
        try (SqlClient owner = own;
                SqlClient client = sql) {
            own.run("update guard_plan set enforced = false, home_country = null, version = version + 1");
            own.run("delete from guard_cap");
            own.run("delete from guard_country");
            own.run(
                    "update user_account set group_id = (select id from user_group where name = 'Demo') where name = 'api'");
            own.run("delete from user_group where name = 'Guarded'");
        }
        untilEnforced(false);
    }

    @Test
    void refusesARowOfAForeignClientAndNoCallBegins() throws SQLException {
        long calls = Lab.channelRecords("pbx1");

        ActionRow refused = Waiting.untilFinal(sql, sql.insert(NewAction.callTo(REFUSED)));

        assertEquals("FAILED", refused.status());
        assertTrue(refused.message().contains("may not be called by group Guarded"), refused::toString);
        assertEquals(calls, Lab.channelRecords("pbx1"));
        await("the audit tells of it")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !own.rows(
                                "select id from audit_entry where verb = 'REFUSED' and subject = 'guard' and actor = 'api'")
                        .isEmpty());
    }

    @Test
    void refusesAProgramAtOnceAndStoresNothing() {
        RestClient.Answer answer =
                rest.post("/api/v1/actions", NewAction.callTo(REFUSED).json());

        assertEquals(422, answer.status(), answer::toString);
        assertTrue(answer.toString().contains("destination-not-allowed"), answer::toString);
    }

    @Test
    void letsWhatIsAllowedThroughAndRaisesTheAlarmForItsCountry() throws SQLException {
        ActionRow up = Waiting.untilUp(sql, sql.insert(NewAction.callTo(ALLOWED)));
        Waiting.untilFinal(sql, sql.insert(NewAction.hangup(up.uniqueid())));

        await("the alarm")
                .atMost(Duration.ofSeconds(10))
                .until(() -> !own.rows("select country from guard_country").isEmpty());
    }

    @Test
    void aLimitThatIsReachedHoldsTheNextCallUp() throws SQLException {
        own.run("update guard_plan set enforced = false, version = version + 1");
        untilEnforced(false);
        own.run("insert into guard_cap (scope, name, concurrent_calls) values ('TRUNK', 'pbx1/PJSIP/carrier', 0)");
        own.run("update guard_plan set enforced = true, version = version + 1");
        untilEnforced(true);
        long calls = Lab.channelRecords("pbx1");

        ActionRow held = Waiting.untilFinal(sql, sql.insert(NewAction.callTo(ALLOWED)));

        assertEquals("FAILED", held.status());
        assertTrue(held.message().contains("0 calls at once for trunk pbx1/PJSIP/carrier"), held::toString);
        assertEquals(calls, Lab.channelRecords("pbx1"));
    }

    /** The guard looks once a second. */
    private static void untilEnforced(boolean enforced) {
        Pattern figure =
                Pattern.compile("(?m)^switchroom_guard_enforced(?:\\{[^}]*})? " + (enforced ? "1" : "0") + "\\.0$");
        await(figure.pattern())
                .atMost(Duration.ofSeconds(15))
                .until(() -> figure.matcher(metrics()).find());
    }

    private static String metrics() throws IOException, InterruptedException {
        URI uri = URI.create(Instance.running().value("metrics.url"));
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
