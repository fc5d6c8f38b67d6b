package org.switchroom.bench.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.switchroom.bench.Options;

/**
 * A running Switchroom, seen through the files in the state folder of {@code ./run}: what {@code --status} prints, and, where
 * they are, the lab's AMI secrets and the account that owns the database, which the baseline needs.
 */
public final class Instance {
    private final Options status;
    private final Optional<Options> lab;
    private final Optional<Options> database;

    private Instance(Options status, Optional<Options> lab, Optional<Options> database) {
        this.status = status;
        this.lab = lab;
        this.database = database;
    }

    /** One AMI user of one server. */
    public record Login(String server, int port, String user, String secret) {}

    public static Instance in(Path folder) {
        Options status = Options.ofFile(folder.resolve("status"));
        if (!"ready".equals(status.required("state"))) {
            throw new IllegalStateException("Switchroom is " + status.required("state") + ", not ready");
        }
        return new Instance(status, ifThere(folder.resolve("pbx.values")), ifThere(folder.resolve("database.values")));
    }

    private static Optional<Options> ifThere(Path file) {
        return Files.exists(file) ? Optional.of(Options.ofFile(file)) : Optional.empty();
    }

    public List<String> servers() {
        return status.values().keySet().stream()
                .filter(key -> key.matches("pbx\\.[^.]+\\.ami"))
                .map(key -> key.substring(4, key.length() - 4))
                .sorted()
                .toList();
    }

    public boolean hasBaseline() {
        return lab.isPresent() && database.isPresent();
    }

    /** The command user of a server that Switchroom does not log in as in its present epoch; it takes the other one in the next. */
    public Login idleLogin(String server) {
        return login(server, isEvenEpoch(server) ? "command" : "command2");
    }

    private boolean isEvenEpoch(String server) {
        try (Connection owner = asOwner();
                PreparedStatement select =
                        owner.prepareStatement("select epoch from server_lease where server_name = ?")) {
            select.setString(1, server);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getLong(1) % 2 == 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Login login(String server, String purpose) {
        Options values = lab.orElseThrow();
        String address = values.required("pbx." + server + ".ami");
        return new Login(
                server,
                Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)),
                values.required("pbx." + server + "." + purpose + ".user"),
                values.required("pbx." + server + "." + purpose + ".secret"));
    }

    public String url() {
        return status.required("url");
    }

    public String token() {
        return status.required("api.token");
    }

    public Connection asClient() throws SQLException {
        return connect(status.required("database.user"), status.required("database.password"));
    }

    public Connection asOwner() throws SQLException {
        Options values = database.orElseThrow();
        return connect(values.required("database.owner.user"), values.required("database.owner.password"));
    }

    private Connection connect(String user, String password) throws SQLException {
        // The last two let MariaDB's driver sign in at a MySQL 9 without TLS.
        return DriverManager.getConnection(
                "jdbc:mariadb://" + status.required("database.host") + ":" + status.required("database.port") + "/"
                        + status.required("database.name") + "?allowPublicKeyRetrieval=true&sslMode=disable",
                user,
                password);
    }
}
