package org.switchroom.system;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Makes the pictures of {@code docs/images} anew: every page of the demo, light and dark, and some on a large screen. */
@Tag("pictures")
@Timeout(600)
class PicturesIT {
    private static final int QUALITY = 70;
    private static final int[] SMALL = {1366, 768};
    private static final int[] LARGE = {1920, 1080};
    private static final List<String> ALSO_LARGE = List.of("queue", "campaign", "lists", "lead", "people", "system");

    private static final List<String> PAGES = List.of(
            "queue /supervisor/queue.xhtml",
            "channels /supervisor/channels.xhtml",
            "campaigns /admin/campaign/list.xhtml",
            "campaign /admin/campaign/edit.xhtml?id=SOLAR_US",
            "campaign-new /admin/campaign/new.xhtml",
            "campaign-history /admin/campaign/history.xhtml?id=SOLAR_US",
            "campaign-dispositions /admin/campaign/parts.xhtml?kind=dispositions",
            "campaign-pause-codes /admin/campaign/parts.xhtml?kind=pause-codes",
            "campaign-hot-keys /admin/campaign/parts.xhtml?kind=hot-keys",
            "campaign-recycle-rules /admin/campaign/parts.xhtml?kind=recycle-rules",
            "campaign-call-times /admin/campaign/parts.xhtml?kind=call-times",
            "campaign-call-time /admin/campaign/part.xhtml?kind=call-times&id=:hours",
            "campaign-scripts /admin/campaign/parts.xhtml?kind=scripts",
            "campaign-script /admin/campaign/part.xhtml?kind=scripts&id=:script",
            "campaign-presets /admin/campaign/parts.xhtml?kind=presets",
            "campaign-caller-id-pools /admin/campaign/parts.xhtml?kind=caller-id-pools",
            "lists /admin/lead/list.xhtml",
            "list /admin/lead/edit.xhtml?id=:list",
            "load /admin/lead/load.xhtml?list=:list",
            "load-done /admin/lead/load.xhtml?id=:load",
            "leads /admin/lead/search.xhtml?list=:list",
            "lead /admin/lead/lead.xhtml?id=:lead",
            "do-not-call /admin/lead/dnc.xhtml",
            "callbacks /admin/lead/callbacks.xhtml",
            "inbound-dids /admin/inbound/list.xhtml?kind=dids",
            "inbound-did /admin/inbound/edit.xhtml?kind=dids&id=12125550100",
            "inbound-in-groups /admin/inbound/list.xhtml?kind=in-groups",
            "inbound-in-group /admin/inbound/edit.xhtml?kind=in-groups&id=SUPPORT",
            "inbound-call-menus /admin/inbound/list.xhtml?kind=call-menus",
            "inbound-call-menu /admin/inbound/edit.xhtml?kind=call-menus&id=MAIN",
            "inbound-music-classes /admin/inbound/list.xhtml?kind=music-classes",
            "inbound-voicemail-boxes /admin/inbound/list.xhtml?kind=voicemail-boxes",
            "servers /admin/server/list.xhtml",
            "server /admin/server/edit.xhtml?name=pbx1",
            "people /admin/user/list.xhtml",
            "person /admin/user/edit.xhtml?name=maria.lopez",
            "phones /admin/phone/list.xhtml",
            "own-phones /own/phones.xhtml",
            "account /account/edit.xhtml",
            "sessions /admin/session/list.xhtml",
            "sign-in-rules /admin/sign-in/edit.xhtml",
            "tokens /admin/token/list.xhtml",
            "token /admin/token/edit.xhtml",
            "groups /admin/group/list.xhtml",
            "group /admin/group/edit.xhtml?name=Sales",
            "audit /admin/audit/list.xhtml",
            "system /admin/system.xhtml",
            "first-steps /admin/first-steps.xhtml",
            "glossary /help/glossary.xhtml");
    private static final Map<String, String> IDS = Map.of(
            ":list", "select id from lead_list where name = 'Fibre, contract ends soon'",
            ":lead", "select lead_id id from callback order by id limit 1",
            ":load", "select id from lead_load where file_name = 'US home owners, west.csv'",
            ":script", "select id from script where code = 'OPENING'",
            ":hours", "select id from call_time where code = 'DE_BERATUNG'");

    private final Path folder = Instance.running().root().resolve("docs/images");
    private Browser browser;

    @BeforeEach
    void opensTheBrowser() throws IOException {
        Files.createDirectories(folder);
        browser = new Browser();
    }

    @AfterEach
    void closesTheBrowser() {
        browser.close();
    }

    @Test
    void makesThemOfEveryPage() throws SQLException, IOException {
        callSomebody();
        browser.open("/");
        take("sign-in");
        browser.signIn("admin");
        for (Map.Entry<String, String> page : pages().entrySet()) {
            browser.open(page.getValue());
            browser.page().waitForLoadState(LoadState.LOAD);
            take(page.getKey());
        }
        takeWhatOpens();
    }

    private void takeWhatOpens() throws IOException {
        browser.open("/supervisor/queue.xhtml");
        browser.page().locator("[aria-expanded]").first().click();
        browser.page().getByText("What happened").waitFor();
        take("queue-opened");
        browser.button("New action").click();
        take("queue-new");
        browser.open("/admin/lead/list.xhtml");
        browser.button("Help").click();
        take("help");
    }

    /** Their addresses by the name of the picture, with the ids that the demo's rows have here. */
    private static Map<String, String> pages() throws SQLException {
        Map<String, String> pages = new LinkedHashMap<>();
        try (SqlClient sql = SqlClient.own()) {
            for (String line : PAGES) {
                String[] parts = line.split(" ", 2);
                String path = parts[1];
                for (Map.Entry<String, String> id : IDS.entrySet()) {
                    if (path.contains(id.getKey())) {
                        path = path.replace(
                                id.getKey(), sql.rows(id.getValue()).get(0).get("id"));
                    }
                }
                pages.put(parts[0], path);
            }
        }
        return pages;
    }

    /** Some rows that ended in several ways, and a call that goes on. */
    private static void callSomebody() throws SQLException {
        try (SqlClient sql = SqlClient.foreign()) {
            for (int digit : new int[] {5, 6, 7, 8, 4, 1}) {
                sql.insert(NewAction.callTo("1212555012" + digit));
            }
            Waiting.untilUp(sql, sql.insert(NewAction.callTo("99901234567")));
            sql.insert(NewAction.callTo("nobody"));
        }
    }

    private void take(String name) throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String file = "%s-%s.webp".formatted(name, scheme.name().toLowerCase(Locale.ROOT));
            write(file, SMALL);
            if (ALSO_LARGE.contains(name)) {
                write(file.replace(".webp", "-1920.webp"), LARGE);
            }
        }
        browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        browser.page().setViewportSize(SMALL[0], SMALL[1]);
    }

    /** As WebP, which the browser writes itself and Playwright does not offer. */
    private void write(String file, int[] size) throws IOException {
        browser.page().setViewportSize(size[0], size[1]);
        JsonObject wanted = new JsonObject();
        wanted.addProperty("format", "webp");
        wanted.addProperty("quality", QUALITY);
        CDPSession session = browser.page().context().newCDPSession(browser.page());
        String data = session.send("Page.captureScreenshot", wanted).get("data").getAsString();
        session.detach();
        Files.write(folder.resolve(file), Base64.getDecoder().decode(data));
    }
}
