package org.switchroom.system.attack;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.system.Administrator;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

/** What belongs to one campaign: a list with a lead, files that were loaded, a callback, a pause code, a number that may not be called. */
final class Things {
    /** Stands in the texts of another group's things and nowhere else. */
    static final String MARK = "ZZMARK";

    private static final String OTHER_CAMPAIGN = "MXOTHER";
    private static final RestClient REST = Administrator.rest();
    private static final List<String> TABLES = List.of("campaign_version", "pause_code", "dnc_number");

    private final Map<String, String> ids = new HashMap<>();

    private Things(String campaign, String mark, String phone) {
        ids.put("campaign", campaign);
        ids.put("phone", phone);
        id("/api/v1/campaigns", "{'id':'%s','settings':{'name':'%s'}}".formatted(campaign, mark));
        String part = "{'campaign_id':'%s','code':'MXP','values':{'name':'%s'}}".formatted(campaign, mark);
        ids.put("part", id("/api/v1/campaign-parts/pause-codes", part));
        ids.put("list", id("/api/v1/lead-lists", "{'name':'mx %s','campaign_id':'%s'}".formatted(mark, campaign)));
        String lead = "{'list_id':%s,'phone':'%s','last_name':'%s'}".formatted(id("list"), phone, mark);
        ids.put("lead", id("/api/v1/leads", lead));
        String callback = "{'lead_id':%s,'campaign_id':'%s','due_at':'%s','time_zone':'UTC','note':'%s'}";
        ids.put("callback", id("/api/v1/callbacks", callback.formatted(id("lead"), campaign, inAMonth(), mark)));
        RestClient.Answer listed = REST.post(
                "/api/v1/dnc",
                "{\"phones\":[\"%s\"],\"campaign_id\":\"%s\",\"source\":\"%s\"}".formatted(phone, campaign, mark));
        if (listed.status() != 200) {
            throw new AssertionError(listed.toString());
        }
        ids.put("load", checked("list_id=" + id("list") + "&file_name=" + mark));
        ids.put("numbers", checked("dnc_campaign_id=" + campaign + "&file_name=" + mark));
    }

    static Things own() {
        return new Things(People.OWN_CAMPAIGN, "MINE", "+17275550141");
    }

    static Things ofAnotherGroup() {
        return new Things(OTHER_CAMPAIGN, MARK, "+17275550142");
    }

    /** A time for which a callback can be promised. */
    static String inAMonth() {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(Duration.ofDays(30))
                .toString()
                .replace("Z", ".000Z");
    }

    /** The id of its list, lead and so on. */
    String id(String what) {
        return ids.get(what);
    }

    /** This text with the ids in place of the words that stand for them; those of the own group are named {@code $own.list}. */
    static String filled(String text, Things foreign, Things own) {
        String filled = text;
        for (String what : own.ids.keySet()) {
            filled = filled.replace("$own." + what, own.id(what)).replace("$" + what, foreign.id(what));
        }
        return filled;
    }

    /** A file with a good and a bad row, looked through, so that there are refused rows to fetch. */
    private static String checked(String query) {
        RestClient.Answer uploaded = Uploads.csv(REST, query, "phone\n+17275550143\nnone\n");
        if (uploaded.status() != 201) {
            throw new AssertionError(uploaded.toString());
        }
        String id = uploaded.json().getJsonNumber("id").toString();
        REST.post("/api/v1/loads/" + id + "/check", "");
        await("load " + id + " is looked through")
                .until(() -> REST.get("/api/v1/loads/" + id)
                        .json()
                        .getString("state")
                        .equals("CHECKED"));
        return id;
    }

    private static String id(String path, String body) {
        return Administrator.created(path, body.replace('\'', '"'))
                .json()
                .get("id")
                .toString();
    }

    /** Takes them away again, also those that a broken test left behind. */
    static void leave() throws SQLException {
        try (SqlClient sql = SqlClient.own()) {
            for (Map<String, String> load : sql.rows("select id from lead_load where dnc_campaign_id like 'MX%'"
                    + " or list_id in (select id from lead_list where name like 'mx %')")) {
                REST.post("/api/v1/loads/" + load.get("id") + "/cancel", "");
                sql.run("delete from lead_load where id = ?", load.get("id"));
            }
            sql.run(
                    "delete from callback where lead_id in (select l.id from call_lead l join lead_list t on t.id = l.list_id"
                            + " where t.name like 'mx %')");
            sql.run(
                    "delete h from lead_change h join call_lead l on l.id = h.lead_id join lead_list t on t.id = l.list_id"
                            + " where t.name like 'mx %'");
            sql.run("delete from call_lead where list_id in (select id from lead_list where name like 'mx %')");
            sql.run("delete from lead_list where name like 'mx %'");
            for (String table : TABLES) {
                sql.run("delete from " + table + " where campaign_id like 'MX%'");
            }
            sql.run("delete from campaign where id like 'MX%'");
        }
    }
}
