package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody finds who starts Switchroom for the first time: a call centre in which everything leads somewhere. */
@Order(47)
@ExtendWith(LeavesNothingBehind.class)
class DemoCentreIT {
    private static final RestClient REST = Administrator.rest();
    private static SqlClient sql;

    @BeforeAll
    static void isADemo() throws SQLException {
        assumeTrue("demo".equals(Instance.running().value("begun.as")), "begun empty");
        sql = SqlClient.own();
    }

    @AfterAll
    static void closes() throws SQLException {
        if (sql != null) {
            sql.close();
        }
    }

    @Test
    void hasFiveCampaignsAndWhatTheyWorkWith() {
        List<String> campaigns = REST.get("/api/v1/campaigns?active=true").json().getJsonArray("campaigns").stream()
                .map(each -> each.asJsonObject().getString("id"))
                .toList();

        assertTrue(
                campaigns.containsAll(List.of("FIBRE_UK", "SERVICE", "SOLAR_US", "STROM_DE", "SURVEY")),
                campaigns::toString);
        for (String kind : List.of("dispositions", "pause-codes", "call-times", "scripts", "presets", "hot-keys")) {
            int count = REST.get("/api/v1/campaign-parts/" + kind)
                    .json()
                    .getJsonArray("parts")
                    .size();
            assertTrue(count >= 3, kind + ": " + count);
        }
    }

    @Test
    void hasTenThousandLeadsInManyTimeZonesThatTheLoadEngineTook() throws SQLException {
        Map<String, String> loaded = sql.rows("""
                select count(*) leads, count(distinct substring_index(time_zones, ',', 1)) zones, sum(time_zones = '') without
                  from call_lead where load_id is not null""").get(0);

        assertEquals("10000", loaded.get("leads"));
        assertEquals("0", loaded.get("without"));
        assertTrue(Integer.parseInt(loaded.get("zones")) >= 10, loaded::toString);
        assertEquals(
                List.of("DONE"),
                sql.rows("select distinct state from lead_load").stream()
                        .map(row -> row.get("state"))
                        .toList());
    }

    @Test
    void refusedWhatIsNoNumberTwiceOrNotToBeCalled() throws SQLException {
        String result = sql.rows("select result from lead_load where file_name = 'US home owners, west.csv'")
                .get(0)
                .get("result");

        assertTrue(result.contains("TWICE") || result.contains("IN_LIST"), result);
        assertTrue(result.contains("DNC"), result);
        assertTrue(result.contains("PHONE"), result);
    }

    @Test
    void letsItsPeopleSignIn() {
        try (Browser browser = new Browser()) {
            browser.signIn("siobhan.murphy", "siobhan.murphy-demo");
            assertThat(browser.link("Queue")).isVisible();
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void hasPhonesOnDesks() {
        int phones = REST.get("/api/v1/phones").json().getJsonArray("phones").size();

        assertTrue(phones >= 8, () -> "phones: " + phones);
    }

    @Test
    void leadsCallersFromEachNumberToSomething() {
        REST.get("/api/v1/inbound/dids").json().getJsonArray("items").forEach(did -> {
            String target = did.asJsonObject().getJsonObject("settings").getString("target");
            String[] parts = target.split(":");
            String path =
                    Map.of("CALL_MENU", "call-menus", "IN_GROUP", "in-groups").get(parts[0]);
            assertEquals(
                    200, REST.get("/api/v1/inbound/" + path + "/" + parts[1]).status(), target);
        });
    }
}
