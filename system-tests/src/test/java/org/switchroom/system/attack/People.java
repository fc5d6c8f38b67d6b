package org.switchroom.system.attack;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.switchroom.system.Administrator;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

/** One person of each role in a group that sees one campaign, and of those with data one more who is in no group; for the tests only. */
final class People {
    static final String OWN_CAMPAIGN = "MXOWN";
    private static final String GROUP = "MX own";
    private static final String PASSWORD = "nobody-guesses-mx-7";

    private final Map<String, RestClient> tokens = new HashMap<>();
    private final Map<String, PageClient> sessions = new HashMap<>();

    People() throws SQLException {
        leave();
        Administrator.created(
                "/api/v1/groups",
                Json.createObjectBuilder()
                        .add("name", GROUP)
                        .add("campaigns", Json.createArrayBuilder().add(OWN_CAMPAIGN))
                        .build()
                        .toString());
        AuthorisationTable.ROLES.forEach(role -> add(role, role, GROUP));
        add("supervisor-of-none", "supervisor", null);
        add("api-of-none", "api", null);
        try (SqlClient sql = SqlClient.own()) {
            sql.run("update user_account set must_change_password = false where name like 'mx-%'");
        }
        tokens.put(AuthorisationTable.NOBODY, new RestClient(""));
        sessions.put(AuthorisationTable.NOBODY, new PageClient());
    }

    /** A program with a token of this person. */
    RestClient token(String who) {
        return tokens.computeIfAbsent(who, name -> new RestClient(Administrator.newToken(account(name))));
    }

    /** A browser in which this person is signed in. */
    PageClient session(String who) {
        return sessions.computeIfAbsent(who, name -> new PageClient().signedIn(account(name), PASSWORD));
    }

    static String account(String who) {
        return "mx-" + who;
    }

    static String password() {
        return PASSWORD;
    }

    private static void add(String who, String role, String group) {
        JsonObjectBuilder account = Json.createObjectBuilder()
                .add("name", account(who))
                .add("full_name", "Mx " + who)
                .add("roles", Json.createArrayBuilder().add(role))
                .add("password", PASSWORD);
        if (group != null) {
            account.add("group", group);
        }
        Administrator.created("/api/v1/users", account.build().toString());
    }

    /** Takes them away again, also those that a broken test left behind. */
    static void leave() throws SQLException {
        try (SqlClient sql = SqlClient.own()) {
            sql.run("delete from api_token where user_id in (select id from user_account where name like 'mx-%')");
            sql.run("delete from user_role where user_id in (select id from user_account where name like 'mx-%')");
            sql.run("delete from user_account where name like 'mx-%'");
            sql.run("delete from user_group where name = ?", GROUP);
        }
    }
}
