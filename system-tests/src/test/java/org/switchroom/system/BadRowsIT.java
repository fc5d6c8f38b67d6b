package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows and bodies that can't be valid: each is refused with its reason, none reaches the wire, and the queue goes on. */
@Order(20)
@ExtendWith(LeavesNothingBehind.class)
class BadRowsIT {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static SqlClient sql;
    private static WireTap tap;

    @BeforeAll
    static void listensOnTheWire() throws SQLException, IOException {
        sql = SqlClient.foreign();
        tap = WireTap.before(Administrator.portOf("pbx1"));
        Administrator.moveTo("pbx1", tap.port());
    }

    @AfterAll
    static void leavesTheWire() throws SQLException, IOException {
        Administrator.moveTo("pbx1", Administrator.portOf("pbx1"));
        tap.close();
        sql.close();
    }

    @Test
    void failsEachBadRowWithItsReasonAndSendsNothing() throws SQLException {
        long records = Lab.channelRecords("pbx1") + Lab.channelRecords("pbx2");
        int actions = tap.actions().size();
        List<String> wrong = new ArrayList<>();
        Map<Long, BadAction> rows = insertAll(wrong);

        awaitFinal(rows);

        rows.forEach((id, bad) -> complaint(bad, sql.action(id)).ifPresent(wrong::add));
        assertEquals(List.of(), wrong, () -> wrong.size() + " of " + rows.size());
        assertTrue(rows.size() > 250, "rows that the database took: " + rows.size());
        assertEquals(actions, tap.actions().size(), () -> "on the wire: " + tap.actions());
        assertEquals(records, Lab.channelRecords("pbx1") + Lab.channelRecords("pbx2"), "no channel was made");
        goesOn();
    }

    @Test
    void answersEachBadBodyWithAProblemAndSendsNothing() throws SQLException {
        int actions = tap.actions().size();
        String before = newest();
        List<String> wrong = new ArrayList<>();

        for (BadAction bad : BadAction.all()) {
            complaint(bad, RestClient.client().post("/api/v1/actions", bad.body()))
                    .ifPresent(wrong::add);
        }

        assertEquals(List.of(), wrong, () -> wrong.size() + " bodies");
        assertEquals(before, newest(), "no body became a row");
        assertEquals(actions, tap.actions().size(), () -> "on the wire: " + tap.actions());
        goesOn();
    }

    private static Map<Long, BadAction> insertAll(List<String> wrong) {
        Map<Long, BadAction> rows = new LinkedHashMap<>();
        for (BadAction bad : BadAction.all()) {
            try {
                rows.put(
                        sql.insert("server_name, action, headers", bad.serverName(), bad.action(), bad.headers()), bad);
                if ("refused".equals(bad.insert())) {
                    wrong.add(bad.name() + ": the database took it");
                }
            } catch (SQLException e) {
                if ("ok".equals(bad.insert())) {
                    wrong.add(bad.name() + ": the database refused it: " + e.getMessage());
                }
            }
        }
        return rows;
    }

    private static void awaitFinal(Map<Long, BadAction> rows) {
        long first = rows.keySet().stream().min(Long::compare).orElseThrow();
        await("all bad rows are final")
                .atMost(SOON)
                .until(() -> sql.rows(
                                "select id from queued_action where id >= ? and status in ('NEW', 'CLAIMED', 'SENT', 'UNKNOWN')",
                                first)
                        .isEmpty());
    }

    private static Optional<String> complaint(BadAction bad, ActionRow row) {
        String said = String.valueOf(row.message());
        boolean good = "FAILED".equals(row.status())
                && said.contains(bad.field())
                && said.contains(bad.fragment())
                && row.columns().get("sent_at") == null;
        return good ? Optional.empty() : Optional.of(bad.name() + ": " + row.status() + " " + said);
    }

    /** What is no JSON at all can name no header. */
    private static Optional<String> complaint(BadAction bad, RestClient.Answer answer) {
        boolean problem = answer.status() >= 400
                && answer.status() < 500
                && answer.header("Content-Type").startsWith("application/problem+json");
        boolean named = problem && (!"ok".equals(bad.insert()) || isNamed(bad, answer.json()));
        return named ? Optional.empty() : Optional.of(bad.name() + ": " + answer);
    }

    /** That headers are no object is said in the words of REST. */
    private static boolean isNamed(BadAction bad, JsonObject problem) {
        return problem.getString("field", "").equals(bad.field())
                && (bad.field().equals("headers")
                        || problem.getString("detail", "").contains(bad.fragment()));
    }

    private static void goesOn() throws SQLException {
        int before = tap.actions().size();
        long good = sql.insert(NewAction.callTo("15557654348"));
        assertEquals("SUCCEEDED HUNGUP 16", Waiting.untilOver(sql, good).outcome());
        List<String> sent = tap.actions();
        assertEquals(List.of("Originate"), sent.subList(before, sent.size()), "only the good row was sent");
    }

    private static String newest() {
        return sql.rows("select max(id) newest from queued_action").get(0).get("newest");
    }
}
