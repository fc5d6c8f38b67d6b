package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(235)
@Tag("faults")
@Fault(
        number = "F35",
        property = "1,000,000 rows of history and 10,000 that wait: looking and claiming use the indexes",
        promised = "p99 < 10 ms")
class F35ManyRowsIT extends FaultTest {
    private static final int HISTORY = 1_000_000;
    private static final int PENDING = 10_000;
    private static final int ACTIONS = 300;
    private static final double MOST_MILLIS = 10;
    private static final String COLUMNS =
            "server_name, action, headers, created_at, expires_at, status, attempt, internal, database_account, closed_at";

    @Test
    @Timeout(400)
    void staysQuickWithManyRows() throws Exception {
        assertTrue(Database.isMysql(), "measured by MySQL's slow log: start it by  ./run --database mysql");
        fill();
        try {
            Database.asRoot(
                    "set global log_output = 'TABLE'; set global long_query_time = 0; truncate mysql.slow_log; set global slow_query_log = 1");
            List<Long> ids = new ArrayList<>();
            Node.first()
                    .console(List.of("/subsystem=datasources/data-source=SwitchroomDS:flush-idle-connection-in-pool"));
            for (int i = 0; i < ACTIONS; i++) {
                ids.add(sql.insert(NewAction.of("Ping")));
            }
            ids.forEach(
                    id -> assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status()));
            Database.asRoot("set global slow_query_log = 0; set global long_query_time = 10");

            String looked =
                    " from (select time_to_sec(query_time) * 1000 + microsecond(query_time) / 1000 ms, rows_examined, percent_rank() over (order by query_time) r"
                            + " from mysql.slow_log where user_host like 'switchroom_app%' and sql_text like '%queued_action%'"
                            + " and sql_text not like '%queued_action_history%') q";
            String p99 = Database.asRoot("select round(min(ms), 2) " + looked + " where r >= 0.99")
                    .strip();
            String count = Database.asRoot("select count(*)" + looked).strip();
            String examined =
                    Database.asRoot("select max(rows_examined)" + looked).strip();

            measured("%s statements on the queue, p99 %s ms, most rows looked at by one: %s", count, p99, examined);
            assertTrue(Double.parseDouble(p99) < MOST_MILLIS, p99 + " ms");
            assertTrue(Long.parseLong(examined) < PENDING, examined + " rows looked at by one statement");
        } finally {
            Database.asRoot(
                    "set global slow_query_log = 0; set global long_query_time = 10; set global log_output = 'FILE'; truncate mysql.slow_log");
            Database.asRoot("delete from queued_action where action = 'Ping' and submitted_by = 'many'");
            Database.asRoot("delete from queued_action_history where submitted_by = 'many'");
        }
    }

    /** Ids above all others, so that ours go on below. */
    private static void fill() {
        Database.asRoot(
                "set session cte_max_recursion_depth = 2000000; insert into queued_action_history (id, submitted_by, "
                        + COLUMNS + ")"
                        + " with recursive n (i) as (select 1 union all select i + 1 from n where i < " + HISTORY + ")"
                        + " select 1000000000 + i, 'many', 'pbx1', 'Ping', '{}', utc_timestamp(3) - interval 1 day, utc_timestamp(3) - interval 1 day,"
                        + " 'SUCCEEDED', 1, 0, 'x', utc_timestamp(3) - interval 1 day from n");
        Database.asRoot(
                "set session cte_max_recursion_depth = 2000000; insert into queued_action (server_name, action, headers, submitted_by, not_before)"
                        + " with recursive n (i) as (select 1 union all select i + 1 from n where i < " + PENDING + ")"
                        + " select 'pbx1', 'Ping', '{}', 'many', utc_timestamp(3) + interval 1 hour from n");
    }
}
