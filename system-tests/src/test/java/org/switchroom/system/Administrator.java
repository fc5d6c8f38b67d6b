package org.switchroom.system;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Adds, changes and removes servers by REST, with a token that lives for the tests only. */
public final class Administrator {
    private static final Map<String, String> LOGINS =
            new TreeMap<>(Map.of("EVENTS", "events", "COMMAND_A", "command", "COMMAND_B", "command2"));
    private static final RestClient REST = new RestClient(newToken("admin"));

    private Administrator() {}

    public static RestClient rest() {
        return REST;
    }

    /** The settings that the lab's server of this name has, seen at this port. */
    public static String settings(String labServer, int port, boolean enabled) {
        return settings(labServer, port, enabled, "");
    }

    /** The same with something wrong in each secret. */
    public static String wrongSettings(String labServer, int port) {
        return settings(labServer, port, true, "-wrong");
    }

    /** Changes a server and waits until it is up. */
    public static void moveTo(String server, int port) {
        save(server, settings(server, port, true));
        untilState(server, "UP");
    }

    public static void save(String server, String settings) {
        RestClient.Answer answer = REST.put("/api/v1/servers/" + server, settings);
        if (answer.status() > 201) {
            throw new AssertionError(server + ": " + answer);
        }
    }

    public static JsonObject untilState(String server, String state) {
        return await(server + " is " + state)
                .atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ZERO)
                .until(() -> server(server), seen -> state.equals(seen.getString("state")));
    }

    public static JsonObject server(String name) {
        return REST.get("/api/v1/servers/" + name).json();
    }

    /** Lets a server dial the demo's numbers by its carrier. */
    public static void allowCarrier(String server) {
        String body = Json.createObjectBuilder()
                .add("technology", "PJSIP")
                .add("kind", "TRUNK")
                .add("digits_pattern", "\\+?(1555|9990)[0-9]{2,16}")
                .build()
                .toString();
        RestClient.Answer answer = REST.put("/api/v1/servers/" + server + "/endpoints/carrier", body);
        if (answer.status() > 201) {
            throw new AssertionError(answer.toString());
        }
    }

    /** A port where nobody listens. */
    public static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    public static int portOf(String labServer) {
        String address = Instance.running().value("pbx." + labServer + ".ami");
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    /** Settings of a server with these users, each with the same secret. */
    public static String settings(int port, String secret, Map<String, String> userByPurpose) {
        JsonObjectBuilder logins = Json.createObjectBuilder();
        userByPurpose.forEach((purpose, user) ->
                logins.add(purpose, Json.createObjectBuilder().add("user", user).add("secret", secret)));
        return settings(port, true, logins);
    }

    /** Takes a server away. */
    public static void remove(String server) {
        RestClient.Answer answer = REST.delete("/api/v1/servers/" + server);
        if (answer.status() != 204) {
            throw new AssertionError(server + ": " + answer);
        }
    }

    private static String settings(String labServer, int port, boolean enabled, String behindSecret) {
        JsonObjectBuilder logins = Json.createObjectBuilder();
        LOGINS.forEach((purpose, name) -> logins.add(
                purpose,
                Json.createObjectBuilder()
                        .add("user", Lab.value("pbx." + labServer + "." + name + ".user"))
                        .add("secret", Lab.value("pbx." + labServer + "." + name + ".secret") + behindSecret)));
        return settings(port, enabled, logins);
    }

    private static String settings(int port, boolean enabled, JsonObjectBuilder logins) {
        return Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", port)
                .add("enabled", enabled)
                .add("max_originates_per_second", 50)
                .add("max_channels", 400)
                .add("logins", logins)
                .build()
                .toString();
    }

    /** What a POST of this body made; fails if it made nothing. */
    public static RestClient.Answer created(String path, String body) {
        RestClient.Answer answer = REST.post(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + " " + body + ": " + answer);
        }
        return answer;
    }

    /** A token of this account that is good for an hour. */
    public static String newToken(String account) {
        return newToken(account, true, null);
    }

    /**
     * A token that may do less than its owner.
     *
     * @param areas first parts of paths of the API, with commas; null for all
     */
    public static String newToken(String account, boolean mayWrite, String areas) {
        String token = UUID.randomUUID().toString();
        try (SqlClient sql = SqlClient.own()) {
            sql.run(
                    "insert into api_token (user_id, label, token_hash, may_write, areas, expires_at)"
                            + " select id, 'system tests', ?, ?, ?, utc_timestamp(3) + interval 1 hour from user_account where name = ?",
                    sha256(token),
                    mayWrite,
                    areas,
                    account);
            return token;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
