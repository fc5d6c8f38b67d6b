package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.server.control.ChannelsListed;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/**
 * Compares table live_channel with what each server last listed. A difference counts when it stands for 10 s: until then it may be an
 * event on its way. Without a fresh list nothing can be said of a server; rows of a server that nobody watches count after 90 s.
 */
@ApplicationScoped
public class MirrorComparison {
    private static final Duration DRIFT = Duration.ofSeconds(10);
    private static final Duration UNWATCHED = Duration.ofSeconds(90);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String ROWS = "select server_name, uniqueid from live_channel";

    private record Listing(Instant askedAt, Set<String> uniqueids) {}

    private record Difference(String serverName, String uniqueid, String words, Duration patience) {}

    private final Map<String, Listing> lists = new ConcurrentHashMap<>();
    private final Map<Difference, Instant> since = new HashMap<>();

    private final Database database;
    private final DatabaseTime time;
    private final ServerDirectory directory;

    @Inject
    MirrorComparison(Database database, DatabaseTime time, ServerDirectory directory) {
        this.database = database;
        this.time = time;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    protected MirrorComparison() {
        this(null, null, null);
    }

    void remember(@Observes ChannelsListed listed) {
        Set<String> uniqueids =
                listed.channels().stream().map(event -> event.text("Uniqueid")).collect(Collectors.toSet());
        lists.put(listed.serverName(), new Listing(listed.askedAt(), uniqueids));
    }

    /** Whether there are differences of which it is not known yet whether they last: to be compared again soon. */
    synchronized boolean isOpen() {
        return !since.isEmpty();
    }

    /** Differences that last, in words. */
    synchronized List<String> offenders() {
        Set<Difference> now = differences(database.inNewTransaction(MirrorComparison::read));
        since.keySet().retainAll(now);
        Instant at = time.now();
        now.forEach(difference -> since.putIfAbsent(difference, at));
        return since.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().plus(entry.getKey().patience()).isAfter(at))
                .map(entry -> entry.getKey().words())
                .sorted()
                .toList();
    }

    private Set<Difference> differences(Map<String, Set<String>> rows) {
        Set<Difference> found = new HashSet<>();
        Set<String> servers = new HashSet<>(rows.keySet());
        directory.all().forEach(server -> servers.add(server.name()));
        for (String server : servers) {
            Set<String> stored = rows.getOrDefault(server, Set.of());
            if (directory.find(server).filter(ServerFacts::enabled).isEmpty()) {
                stored.forEach(id -> found.add(
                        difference(server, id, "stands in the table, and nobody watches the server", UNWATCHED)));
            } else if (hasFreshList(server)) {
                Set<String> listed = lists.get(server).uniqueids();
                minus(stored, listed)
                        .forEach(id -> found.add(difference(server, id, "stands in the table only", DRIFT)));
                minus(listed, stored)
                        .forEach(id -> found.add(difference(server, id, "lives on the server only", DRIFT)));
            }
        }
        return found;
    }

    private boolean hasFreshList(String server) {
        Listing listing = lists.get(server);
        return directory.isUp(server)
                && listing != null
                && listing.askedAt().plus(FRESH).isAfter(time.now());
    }

    private static Difference difference(String server, String uniqueid, String what, Duration patience) {
        return new Difference(server, uniqueid, "channel " + uniqueid + " of " + server + " " + what, patience);
    }

    private static List<String> minus(Set<String> from, Set<String> what) {
        return from.stream().filter(id -> !what.contains(id)).toList();
    }

    private static Map<String, Set<String>> read(Connection connection) throws SQLException {
        Map<String, Set<String>> rows = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(ROWS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(1), name -> new HashSet<>()).add(row.getString(2));
            }
        }
        return rows;
    }
}
