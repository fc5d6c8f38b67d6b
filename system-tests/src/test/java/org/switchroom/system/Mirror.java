package org.switchroom.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the table of live channels with what a server says of itself. */
public final class Mirror {
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final Duration SLOW_CONSOLE = Duration.ofSeconds(1);

    private final SqlClient sql;

    public Mirror(SqlClient sql) {
        this.sql = sql;
    }

    /** Uniqueids in the table, stale ones too. */
    public Set<String> table(String server) {
        return sql.rows("select uniqueid from live_channel where server_name = ?", server).stream()
                .map(row -> row.get("uniqueid"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Takes one sample: what is only on one side must be on both or on none a second later; the time that the console takes to answer comes
     * on top.
     *
     * @return how many were on one side only at first
     */
    public int sample(String server) {
        Set<String> odd = differences(server);
        if (!odd.isEmpty()) {
            await("channels of " + server + " that are on one side only: " + odd)
                    .atMost(LATE.plus(SLOW_CONSOLE))
                    .pollDelay(Duration.ZERO)
                    .until(() -> differences(server).stream().noneMatch(odd::contains));
        }
        return odd.size();
    }

    private Set<String> differences(String server) {
        Set<String> real = Lab.uniqueids(server);
        Set<String> table = table(server);
        Set<String> odd = new TreeSet<>(real);
        odd.removeAll(table);
        table.stream().filter(id -> !real.contains(id)).forEach(odd::add);
        return odd;
    }
}
