package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.switchroom.common.control.Database;

/** Sees which servers another node's administrator added, changed or removed, by the version of their rows. One thread at a time. */
@ApplicationScoped
public class ServerWatch {
    private static final String SELECT = "select name, version from asterisk_server";

    private final Database database;
    private Map<String, Integer> known = Map.of();

    @Inject
    ServerWatch(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected ServerWatch() {
        this(null);
    }

    /** Names of servers that are other, new or gone since the last call; all of them at the first. */
    public Set<String> changed() {
        Map<String, Integer> now = database.inNewTransaction(connection -> {
            Map<String, Integer> versions = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getString(1), row.getInt(2));
                }
            }
            return versions;
        });
        Set<String> changed = new HashSet<>(known.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> now.containsKey(name) && now.get(name).equals(known.get(name)));
        known = now;
        return changed;
    }
}
