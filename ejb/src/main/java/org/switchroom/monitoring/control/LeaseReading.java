package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.switchroom.common.control.Database;
import org.switchroom.monitoring.entity.Owner;

/** Who owns each server now, as the leases say. */
@ApplicationScoped
public class LeaseReading {
    private static final String OWNERS = """
        select server_name, node, epoch from server_lease
         where holder is not null and node is not null and ends_at > utc_timestamp(3)\
        """;

    @Inject
    private Database database;

    /** Owners by server name; a server without a valid lease is left out. */
    public Map<String, Owner> owners() {
        return database.inNewTransaction(LeaseReading::read);
    }

    private static Map<String, Owner> read(Connection connection) throws SQLException {
        Map<String, Owner> owners = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(OWNERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                owners.put(row.getString("server_name"), new Owner(row.getString("node"), row.getLong("epoch")));
            }
        }
        return owners;
    }
}
