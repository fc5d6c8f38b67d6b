package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Calls;
import org.switchroom.system.Mirror;
import org.switchroom.system.NewAction;
import org.switchroom.system.SqlClient;
import org.switchroom.system.Waiting;

/** What the tests of faults have in common: a client, its calls, and the question whether a server is of use. */
abstract class FaultTest {
    /** Ends well, after a second. */
    static final String ANSWERS_AND_HANGS_UP = "15557654348";

    SqlClient sql;
    Calls calls;
    Oracle oracle;

    @BeforeEach
    void connects() throws SQLException {
        sql = SqlClient.foreign();
        calls = new Calls(sql);
        oracle = Oracle.fromNow(sql);
    }

    /** After the database was away. */
    void reconnects() throws SQLException {
        sql = SqlClient.foreign();
        calls = calls.by(sql);
    }

    @AfterEach
    void disconnects() throws SQLException {
        sql.close();
    }

    /** One call from beginning to end, as if nothing had been. */
    void callWorks(String server) throws SQLException {
        long id = sql.insert(NewAction.callTo(ANSWERS_AND_HANGS_UP).on(server));
        ActionRow row = Waiting.untilOver(sql, id);
        assertEquals("SUCCEEDED HUNGUP 16", row.outcome(), row::toString);
    }

    /** Nothing in the table that the server doesn't have. */
    void tableIsEmpty(String server) {
        assertEquals(Set.of(), new Mirror(sql).table(server));
    }

    /** Each of these rows is final and its call is over. */
    void areOver(List<Long> ids) {
        List<String> open = ids.stream()
                .map(sql::action)
                .filter(row -> !row.isOver())
                .map(ActionRow::toString)
                .toList();
        assertEquals(List.of(), open);
    }

    /** Each of these rows is final. */
    void areFinal(List<Long> ids) {
        List<String> open = ids.stream()
                .map(sql::action)
                .filter(row -> !row.isFinal())
                .map(ActionRow::toString)
                .toList();
        assertEquals(List.of(), open);
    }

    static void measured(String figure, Object... values) {
        FaultTable.measured(figure, values);
    }

    /** The database's time so many seconds from now, as it writes it. */
    String utc(int secondsFromNow) {
        return sql.rows("select utc_timestamp(3) + interval ? second t", secondsFromNow)
                .get(0)
                .get("t");
    }

    static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
