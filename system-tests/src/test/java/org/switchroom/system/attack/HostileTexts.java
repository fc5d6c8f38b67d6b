package org.switchroom.system.attack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.switchroom.system.Administrator;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

/** Texts that a careless page would run, planted wherever the API takes a text. */
final class HostileTexts {
    /** Would leave an element or a value of its own behind, whichever way it was put into a page; and would be computed by careless EL. */
    static final String MARKUP =
            "\"'><img src=x class=swr-hostile onerror=swrHostile=1><b class=swr-hostile>a#{1234*5678}${1234*5678}";

    static final String SHORT = "<i class=swr-hostile>";
    static final String FORMULA = "=cmd|' /C calc'!A0";
    static final String SCRIPT_ADDRESS = "javascript:alert(1)";

    private static final RestClient REST = Administrator.rest();
    private static final String PHONE = "+17275550151";

    private final List<String> accepted = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private String listId;
    private String leadId;

    /** Plants them; remembers what took them and what answered with anything but a sentence. */
    HostileTexts() throws SQLException {
        leave();
        group();
        account();
        campaign();
        parts();
        inbound();
        list();
        lead();
        callback();
        files();
    }

    String listId() {
        return listId;
    }

    String leadId() {
        return leadId;
    }

    /** What stored such a text. */
    List<String> accepted() {
        return accepted;
    }

    /** What neither stored it nor refused it with a sentence. */
    List<String> wrong() {
        return wrong;
    }

    private void group() {
        plant("/api/v1/groups", Json.createObjectBuilder().add("name", "MXH").add("description", MARKUP));
        plant("/api/v1/groups", Json.createObjectBuilder().add("name", SHORT));
        plant(
                "/api/v1/groups",
                Json.createObjectBuilder()
                        .add("name", "MXH2")
                        .add("campaigns", Json.createArrayBuilder().add(SHORT)));
    }

    private void account() {
        for (String name : List.of("mx-hostile", SHORT)) {
            plant(
                    "/api/v1/users",
                    Json.createObjectBuilder()
                            .add("name", name)
                            .add("full_name", MARKUP)
                            .add("roles", Json.createArrayBuilder().add("agent"))
                            .add("password", People.password())
                            .add("database_account", MARKUP));
        }
    }

    /** Each of its settings by itself, whatever settings there are. */
    private void campaign() {
        plant(
                "/api/v1/campaigns",
                Json.createObjectBuilder().add("id", "MXHOSTILE").add("settings", settings("name", SHORT)));
        plant("/api/v1/campaigns", Json.createObjectBuilder().add("id", SHORT));
        REST.get("/api/v1/campaigns/catalogue/settings")
                .json()
                .getJsonArray("settings")
                .getValuesAs(JsonObject.class)
                .forEach(setting -> Stream.of(MARKUP, SHORT, SCRIPT_ADDRESS).forEach(text -> {
                    String tag = REST.get("/api/v1/campaigns/MXHOSTILE").header("ETag");
                    String body = Json.createObjectBuilder()
                            .add("settings", settings(setting.getString("id"), text))
                            .build()
                            .toString();
                    judged(
                            "setting " + setting.getString("id") + " " + text,
                            REST.call(
                                    "PATCH",
                                    "/api/v1/campaigns/MXHOSTILE",
                                    "application/json",
                                    body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                    "If-Match",
                                    tag));
                }));
    }

    private static JsonObjectBuilder settings(String id, String text) {
        return Json.createObjectBuilder().add(id, text);
    }

    private void parts() {
        for (String kind : List.of("dispositions", "pause-codes", "scripts", "presets")) {
            plant(
                    "/api/v1/campaign-parts/" + kind,
                    Json.createObjectBuilder()
                            .add("campaign_id", "MXHOSTILE")
                            .add("code", "MXH")
                            .add("values", settings("name", SHORT)));
            plant(
                    "/api/v1/campaign-parts/" + kind,
                    Json.createObjectBuilder()
                            .add("campaign_id", "MXHOSTILE")
                            .add("code", SHORT)
                            .add("values", settings("name", SHORT)));
        }
        plant(
                "/api/v1/campaign-parts/scripts",
                Json.createObjectBuilder()
                        .add("campaign_id", "MXHOSTILE")
                        .add("code", "MXH2")
                        .add("values", settings("name", "x").add("body", MARKUP)));
    }

    private void inbound() {
        for (Map.Entry<String, String> item : Map.of(
                        "in-groups", "MXH", "music-classes", "mxh", "call-menus", "MXH", "voicemail-boxes", "15551599")
                .entrySet()) {
            String body = Json.createObjectBuilder()
                    .add("settings", settings("name", SHORT))
                    .build()
                    .toString();
            judged(
                    "inbound " + item.getKey(),
                    REST.put("/api/v1/inbound/" + item.getKey() + "/" + item.getValue(), body));
        }
    }

    private void list() {
        JsonObjectBuilder own = Json.createObjectBuilder()
                .add(
                        "note",
                        Json.createObjectBuilder()
                                .add("label", MARKUP.substring(0, 70))
                                .add("kind", "TEXT"));
        listId = needed(
                "/api/v1/lead-lists",
                Json.createObjectBuilder()
                        .add("name", "mx h " + MARKUP)
                        .add("campaign_id", "MXHOSTILE")
                        .add("fields", own));
        plant(
                "/api/v1/lead-lists",
                Json.createObjectBuilder().add("name", "mx h").add("campaign_id", SHORT));
    }

    private void lead() {
        JsonObjectBuilder lead = Json.createObjectBuilder()
                .add("list_id", Integer.valueOf(listId))
                .add("phone", PHONE)
                .add("own", Json.createObjectBuilder().add("note", MARKUP))
                .add("comments", MARKUP)
                .add("address1", MARKUP)
                .add("last_name", SHORT)
                .add("owner", FORMULA);
        for (String field : List.of("title", "first_name", "address2", "city", "state", "vendor_id", "show_name")) {
            lead.add(field, SHORT);
        }
        leadId = needed("/api/v1/leads", lead);
        plant(
                "/api/v1/leads",
                Json.createObjectBuilder()
                        .add("list_id", Integer.valueOf(listId))
                        .add("phone", MARKUP));
    }

    private void callback() {
        plant(
                "/api/v1/callbacks",
                Json.createObjectBuilder()
                        .add("lead_id", Integer.valueOf(leadId))
                        .add("agent", SHORT)
                        .add("due_at", Things.inAMonth())
                        .add("time_zone", "UTC")
                        .add("note", MARKUP));
    }

    private void files() {
        judged(
                "dnc",
                REST.post(
                        "/api/v1/dnc",
                        Json.createObjectBuilder()
                                .add("phones", Json.createArrayBuilder().add("+17275550152"))
                                .add("campaign_id", "MXHOSTILE")
                                .add("source", SHORT)
                                .build()
                                .toString()));
        judged(
                "file",
                Uploads.csv(
                        REST,
                        "list_id=" + listId + "&file_name=" + PageClient.encoded(MARKUP),
                        "phone,last_name,%s\n+17275550153,%s,x\n%s,%s,%s\n"
                                .formatted(quoted(MARKUP), SHORT, quoted(MARKUP), FORMULA, quoted(MARKUP))));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The id of what must be there for the rest. */
    private String needed(String path, JsonObjectBuilder body) {
        RestClient.Answer answer = plant(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.json().get("id").toString();
    }

    private RestClient.Answer plant(String path, JsonObjectBuilder body) {
        return judged(path, REST.post(path, body.build().toString()));
    }

    private RestClient.Answer judged(String what, RestClient.Answer answer) {
        boolean stored = answer.status() < 300;
        boolean refused = answer.status() >= 400
                && answer.status() < 500
                && answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.json().getString("detail", "").isEmpty();
        if (stored) {
            accepted.add(what);
        } else if (!refused) {
            wrong.add(what + ": " + answer);
        }
        if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
            wrong.add(what + ": a browser may guess what the answer is");
        }
        return answer;
    }

    /** Takes them away again, also those that a broken test left behind. */
    static void leave() throws SQLException {
        Things.leave();
        try (SqlClient sql = SqlClient.own()) {
            for (String table : List.of("disposition", "script", "preset")) {
                sql.run("delete from " + table + " where campaign_id like 'MX%'");
            }
            sql.run("delete from user_role where user_id in (select id from user_account where name = 'mx-hostile')");
            sql.run("delete from user_account where name = 'mx-hostile'");
            sql.run("delete from user_group where name like 'MXH%'");
        }
        for (String item :
                List.of("in-groups/MXH", "music-classes/mxh", "call-menus/MXH", "voicemail-boxes/15551599")) {
            String path = "/api/v1/inbound/" + item;
            String tag = REST.get(path).header("ETag");
            if (!tag.isEmpty()) {
                REST.call("DELETE", path, "application/json", new byte[0], "If-Match", tag);
            }
        }
    }
}
