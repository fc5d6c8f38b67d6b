package org.switchroom.system.attack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.system.Administrator;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

/** Texts that a careless page would run, planted wherever the API takes a text. */
final class HostileTexts {
    /** Would leave an element or a value of its own behind, whichever way it was put into a page; and would be computed by careless EL. */
    static final String MARKUP =
            "\"'><img src=x class=swr-hostile onerror=swrHostile=1><b class=swr-hostile>a#{1234*5678}${1234*5678}";

    /** What would stand there if it were computed. */
    static final String COMPUTED = "7006652";

    static final String SHORT = "<i class=swr-hostile>";
    static final String FORMULA = "=cmd|' /C calc'!A0";
    static final String SCRIPT_ADDRESS = "javascript:alert(1)";

    /** What there can be of a campaign. */
    static final List<String> KINDS = List.of(
            "dispositions",
            "pause-codes",
            "hot-keys",
            "recycle-rules",
            "call-times",
            "scripts",
            "presets",
            "caller-id-pools");

    private static final RestClient REST = Administrator.rest();
    private static final String PHONE = "+17275550151";
    private static final String CAMPAIGN = "/api/v1/campaigns/MXHOSTILE";
    private static final String MARKED = PageClient.encoded(MARKUP);

    private final Planting planting = new Planting();
    private String listId;
    private String leadId;
    private HostileFile file;

    /** Plants them; remembers what took them and what answered with anything but a sentence. */
    HostileTexts() throws SQLException {
        leave();
        campaign();
        parts();
        new HostilePeople(planting);
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

    /** A file that was loaded into that list. */
    HostileFile file() {
        return file;
    }

    /** What took them and what did not. */
    Planting planting() {
        return planting;
    }

    /** All pages, and those of what was planted. */
    List<String> pages() {
        List<String> paths = new ArrayList<>();
        AuthorisationTable.read().pages().stream()
                .filter(line -> line.cell("admin").equals(AuthorisationTable.YES))
                .map(AuthorisationTable.Line::what)
                .filter(path -> path.endsWith(".xhtml") && !path.matches("/sign-in.xhtml|/step/.*"))
                .forEach(paths::add);
        paths.add("/admin/lead/edit.xhtml?id=" + listId);
        paths.add("/admin/lead/lead.xhtml?id=" + leadId);
        paths.add("/admin/lead/load.xhtml?list=" + listId);
        paths.add("/admin/lead/load.xhtml?id=" + file.id());
        paths.add("/admin/lead/search.xhtml?list=" + listId);
        paths.add("/admin/user/edit.xhtml?name=mx-hostile");
        paths.add("/admin/group/edit.xhtml?name=MXH");
        paths.add("/admin/server/edit.xhtml?name=mxhostile");
        HostileTexts.KINDS.forEach(kind -> paths.add("/admin/campaign/part.xhtml?kind=" + kind));
        paths.add("/admin/campaign/edit.xhtml?id=MXHOSTILE");
        paths.add("/admin/inbound/list.xhtml?kind=in-groups");
        paths.add("/admin/inbound/edit.xhtml?kind=in-groups&id=MXH");
        return paths;
    }

    /** Each of its settings by itself, whatever settings there are. */
    private void campaign() {
        planting.plant(
                "/api/v1/campaigns",
                Json.createObjectBuilder().add("id", "MXHOSTILE").add("settings", Planting.settings("name", SHORT)));
        planting.plant("/api/v1/campaigns", Json.createObjectBuilder().add("id", SHORT));
        String tag = REST.get(CAMPAIGN).header("ETag");
        for (JsonObject setting : REST.get("/api/v1/campaigns/catalogue/settings")
                .json()
                .getJsonArray("settings")
                .getValuesAs(JsonObject.class)) {
            for (String text : List.of(MARKUP, SHORT, SCRIPT_ADDRESS)) {
                tag = setting(setting.getString("id"), text, tag);
            }
        }
    }

    /** The tag of what the campaign is then. */
    private String setting(String id, String text, String tag) {
        String body = Json.createObjectBuilder()
                .add("settings", Planting.settings(id, text))
                .build()
                .toString();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RestClient.Answer answer = REST.call("PATCH", CAMPAIGN, "application/json", bytes, "If-Match", tag);
        planting.judged("setting " + id + " " + text, answer);
        return answer.status() < 300 ? answer.header("ETag") : tag;
    }

    private void parts() {
        for (String kind : KINDS) {
            planting.plant(
                    "/api/v1/campaign-parts/" + kind,
                    Json.createObjectBuilder()
                            .add("campaign_id", "MXHOSTILE")
                            .add("code", "MXH")
                            .add("values", Planting.settings("name", SHORT)));
            planting.plant(
                    "/api/v1/campaign-parts/" + kind,
                    Json.createObjectBuilder()
                            .add("campaign_id", "MXHOSTILE")
                            .add("code", SHORT)
                            .add("values", Planting.settings("name", SHORT)));
        }
        planting.plant(
                "/api/v1/campaign-parts/scripts",
                Json.createObjectBuilder()
                        .add("campaign_id", "MXHOSTILE")
                        .add("code", "MXH2")
                        .add("values", Planting.settings("name", "x").add("body", MARKUP)));
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
        planting.plant(
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
        for (String field : List.of("title", "first_name", "address2", "city", "state", "vendor_id", "show")) {
            lead.add(field, SHORT);
        }
        leadId = needed("/api/v1/leads", lead);
        planting.plant(
                "/api/v1/leads",
                Json.createObjectBuilder()
                        .add("list_id", Integer.valueOf(listId))
                        .add("phone", MARKUP));
    }

    private void callback() {
        planting.plant(
                "/api/v1/callbacks",
                Json.createObjectBuilder()
                        .add("lead_id", Integer.valueOf(leadId))
                        .add("agent", SHORT)
                        .add("due_at", Things.inAMonth())
                        .add("time_zone", "UTC")
                        .add("note", MARKUP));
    }

    private void files() {
        planting.judged(
                "dnc",
                REST.post(
                        "/api/v1/dnc",
                        Json.createObjectBuilder()
                                .add("phones", Json.createArrayBuilder().add("+17275550152"))
                                .add("campaign_id", "MXHOSTILE")
                                .add("source", SHORT)
                                .build()
                                .toString()));
        planting.judged(
                "file name", Uploads.csv(REST, "list_id=" + listId + "&file_name=" + MARKED, "phone\n+17275550153\n"));
        file = new HostileFile(REST, listId);
    }

    /** The id of what must be there for the rest. */
    private String needed(String path, JsonObjectBuilder body) {
        RestClient.Answer answer = planting.plant(path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.json().get("id").toString();
    }

    /** Takes them away again, also those that a broken test left behind. */
    static void leave() throws SQLException {
        Things.leave();
        try (SqlClient sql = SqlClient.own()) {
            for (String table : List.of("disposition", "hot_key", "recycle_rule", "script", "preset")) {
                sql.run("delete from " + table + " where campaign_id like 'MX%'");
            }
            sql.run("delete from lead_list where name like '%swr-hostile%'");
        }
        HostilePeople.leave();
    }
}
