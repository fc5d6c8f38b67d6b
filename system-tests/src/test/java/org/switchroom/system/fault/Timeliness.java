package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.switchroom.system.ActionRow;
import org.switchroom.system.NewAction;
import org.switchroom.system.SqlClient;
import org.switchroom.system.Waiting;

/** Whether rows go when they are due by the database's clock, which is nobody else's. */
record Timeliness(SqlClient sql) {
    private static final int DUE_SECONDS = 4;

    /** A row for later goes when it is due and not before; one that is too late never goes. */
    void holds(String server) throws SQLException {
        NewAction ping = NewAction.of("Ping");
        long due = sql.insert(
                "server_name, action, headers, not_before",
                server,
                ping.action(),
                ping.headersText(),
                utc(DUE_SECONDS));
        long late = sql.insert(
                "server_name, action, headers, not_before, expires_at",
                server,
                ping.action(),
                ping.headersText(),
                utc(-60),
                utc(-1));

        assertEquals("EXPIRED", Waiting.untilFinal(sql, late).status());
        ActionRow row = Waiting.untilFinal(sql, due);
        assertEquals("SUCCEEDED", row.status(), row::toString);
        assertTrue(row.columns().get("sent_at").compareTo(row.columns().get("not_before")) >= 0, row::toString);
    }

    /** How many rows have times that can't follow each other. */
    long oddCount() {
        return Long.parseLong(
                sql.rows("select count(*) n from action_all where sent_at < created_at or responded_at < sent_at"
                                + " or finished_at < sent_at or sent_at > expires_at or sent_at < not_before")
                        .get(0)
                        .get("n"));
    }

    private String utc(int secondsFromNow) {
        return sql.rows("select utc_timestamp(3) + interval ? second t", secondsFromNow)
                .get(0)
                .get("t");
    }
}
