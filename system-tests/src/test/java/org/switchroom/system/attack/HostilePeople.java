package org.switchroom.system.attack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.switchroom.system.Administrator;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

/** Texts that a careless page would run, planted in what people have: groups, accounts, phones, tokens, permits, and where calls come in. */
final class HostilePeople {
    private static final String MARKUP = HostileTexts.MARKUP;
    private static final String SHORT = HostileTexts.SHORT;
    private static final String NAME = "mx-hostile";
    private static final String SERVER = "/api/v1/servers/mxhostile";
    private static final RestClient REST = Administrator.rest();

    private final Planting planting;

    HostilePeople(Planting planting) {
        this.planting = planting;
        group();
        account();
        server();
        phone();
        token();
        unlock();
        inbound();
    }

    private void group() {
        planting.plant(
                "/api/v1/groups", Json.createObjectBuilder().add("name", "MXH").add("description", MARKUP));
        planting.plant("/api/v1/groups", Json.createObjectBuilder().add("name", SHORT));
        planting.plant(
                "/api/v1/groups",
                Json.createObjectBuilder()
                        .add("name", "MXH2")
                        .add("campaigns", Json.createArrayBuilder().add(SHORT)));
    }

    private void account() {
        for (String name : List.of(NAME, SHORT)) {
            planting.plant(
                    "/api/v1/users",
                    Json.createObjectBuilder()
                            .add("name", name)
                            .add("full_name", MARKUP)
                            .add("roles", Json.createArrayBuilder().add("agent"))
                            .add("password", People.password())
                            .add("database_account", MARKUP));
        }
    }

    /** One that is switched off, so that nobody calls it. */
    private void server() {
        for (String host : List.of(MARKUP, "127.0.0.1")) {
            JsonObjectBuilder logins = Json.createObjectBuilder();
            for (String purpose : List.of("EVENTS", "COMMAND_A", "COMMAND_B")) {
                logins.add(
                        purpose,
                        Json.createObjectBuilder().add("user", purpose + SHORT).add("secret", MARKUP));
            }
            put(
                    SERVER,
                    Json.createObjectBuilder()
                            .add("host", host)
                            .add("port", 9)
                            .add("enabled", false)
                            .add("logins", logins));
        }
        JsonObjectBuilder endpoint =
                Json.createObjectBuilder().add("technology", "PJSIP").add("kind", "TRUNK");
        put(SERVER + "/endpoints/" + PageClient.encoded(SHORT), endpoint);
        put(SERVER + "/contexts/mx-hostile", Json.createObjectBuilder().add("exten_pattern", MARKUP));
    }

    private void put(String path, JsonObjectBuilder body) {
        planting.judged(path, REST.put(path, body.build().toString()));
    }

    private void phone() {
        planting.plant(
                "/api/v1/phones",
                Json.createObjectBuilder()
                        .add("owner", NAME)
                        .add("label", SHORT)
                        .add("server_name", "mxhostile")
                        .add("endpoint", "mx-hostile")
                        .add("caller_id_name", SHORT));
        planting.plant(
                "/api/v1/phones",
                Json.createObjectBuilder()
                        .add("owner", SHORT)
                        .add("label", MARKUP)
                        .add("server_name", SHORT)
                        .add("endpoint", SHORT));
    }

    private void token() {
        planting.plant(
                "/api/v1/tokens", Json.createObjectBuilder().add("user", NAME).add("label", MARKUP));
        planting.plant(
                "/api/v1/tokens", Json.createObjectBuilder().add("user", SHORT).add("label", SHORT));
    }

    private void unlock() {
        planting.plant(
                "/api/v1/guard/unlocks",
                Json.createObjectBuilder()
                        .add("group", "MXH")
                        .add("destination", "+979")
                        .add("until", Things.inAMonth())
                        .add("reason", MARKUP));
        planting.plant(
                "/api/v1/guard/unlocks",
                Json.createObjectBuilder()
                        .add("group", SHORT)
                        .add("destination", SHORT)
                        .add("until", Things.inAMonth()));
    }

    private void inbound() {
        for (Map.Entry<String, String> item : Map.of(
                        "in-groups", "MXH", "music-classes", "mxh", "call-menus", "MXH", "voicemail-boxes", "15551599")
                .entrySet()) {
            String body = Json.createObjectBuilder()
                    .add("settings", Planting.settings("name", SHORT))
                    .build()
                    .toString();
            planting.judged(
                    "inbound " + item.getKey(),
                    REST.put("/api/v1/inbound/" + item.getKey() + "/" + item.getValue(), body));
        }
    }

    /** Takes them away again, also those that a broken test left behind. */
    static void leave() throws SQLException {
        for (String list : List.of("phones", "guard/unlocks")) {
            REST
                    .get("/api/v1/" + list)
                    .json()
                    .getJsonArray(list.replace("guard/", ""))
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(each -> each.toString().contains("swr-hostile"))
                    .forEach(each -> delete("/api/v1/" + list + "/" + each.get("id")));
        }
        REST.delete(SERVER);
        for (String item :
                List.of("in-groups/MXH", "music-classes/mxh", "call-menus/MXH", "voicemail-boxes/15551599")) {
            delete("/api/v1/inbound/" + item);
        }
        try (SqlClient sql = SqlClient.own()) {
            sql.run("delete from api_token where label like '%swr-hostile%'");
            sql.run("delete from guard_unlock where group_name like 'MXH%'");
            sql.run("delete from user_role where user_id in (select id from user_account where name = ?)", NAME);
            sql.run("delete from user_account where name = ?", NAME);
            sql.run("delete from user_group where name like 'MXH%'");
        }
    }

    private static void delete(String path) {
        String tag = REST.get(path).header("ETag");
        if (tag.isEmpty()) {
            REST.delete(path);
        } else {
            REST.call("DELETE", path, "application/json", new byte[0], "If-Match", tag);
        }
    }
}
