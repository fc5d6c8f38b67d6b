package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.Administrator;
import org.switchroom.system.Browser;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

/** A text that somebody stored, typed or sent in a file is shown as text: in every page, in what a page says of it, and in files that go out (ASVS v5.0.0-1). */
@Order(48)
class HostileTextsIT {
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final String NODES = "() => document.querySelectorAll('.swr-hostile, img[src=x], [onerror]').length";
    private static final String LINKS = """
            () => [...document.querySelectorAll('main a[href]')]
                .map(a => [a.getAttribute('href'), (a.closest('tr') || a).textContent.includes('swr-hostile')])
                .sort((a, b) => b[1] - a[1]).map(a => a[0])""";
    private static final String RAN = "() => String(window.swrHostile)";
    private static final String COMPUTED = "7006652";

    private static HostileTexts planted;
    private static People people;

    @BeforeAll
    static void plant() throws SQLException {
        planted = new HostileTexts();
        people = new People();
    }

    @AfterAll
    static void leave() throws SQLException {
        HostileTexts.leave();
        People.leave();
        try (SqlClient sql = SqlClient.own()) {
            sql.run("delete from lead_list where name like '%swr-hostile%'");
            sql.run("delete from api_token where label like '%swr-hostile%'");
        }
    }

    @Test
    void isStoredOrRefusedWithASentence() {
        assertEquals(List.of(), planted.wrong());
        assertTrue(planted.accepted().size() > 12, () -> planted.accepted().toString());
        assertFalse(
                planted.accepted().stream()
                        .anyMatch(what -> what.endsWith(HostileTexts.SCRIPT_ADDRESS) && what.contains("web_form")),
                "an address of a web page that is a script");
    }

    @Test
    @Timeout(240)
    void isTextOnEveryPage() {
        List<String> broken = new ArrayList<>();
        try (Browser browser = new Browser()) {
            browser.signIn("admin");
            Set<String> seen = new HashSet<>();
            Deque<String> left = new ArrayDeque<>(paths());
            while (!left.isEmpty()) {
                String path = left.poll();
                browser.open(path);
                judge(browser, path, broken);
                links(browser.page()).stream()
                        .filter(link -> seen.add(link.replaceAll("=[^&]*", "=")))
                        .forEach(left::add);
            }
            browser.open("/admin/lead/list.xhtml");
            assertTrue(browser.page().content().contains("&lt;img src=x class=swr-hostile"), "the list is not shown");
            assertEquals(List.of(), browser.complaints());
        }

        assertEquals(List.of(), broken);
    }

    /** Every field of every page, filled in and sent by the page's own button, whichever fields and pages there are. */
    @Test
    @Timeout(300)
    void isTextInWhatAPageAnswersToIt() {
        List<String> broken = new ArrayList<>();
        int sent = 0;
        try (Browser browser = new Browser()) {
            browser.signIn("admin");
            for (String path : paths()) {
                browser.open(path);
                sent += typeEverywhere(browser.page());
                judge(browser, path + " after sending", broken);
            }
            assertEquals(List.of(), browser.complaints());
        }

        assertEquals(List.of(), broken);
        assertTrue(sent > 10, "only " + sent + " forms were sent");
    }

    @Test
    void leavesInNoFileAsAFormula() throws IOException {
        RestClient rest = Administrator.rest();
        String export = "/api/v1/lead-lists/" + planted.listId() + "/export";

        RestClient.Answer csv = rest.get(export);
        assertTrue(csv.response().body().contains("'" + HostileTexts.FORMULA), csv::toString);
        assertFalse(csv.response().body().contains("," + HostileTexts.FORMULA), csv::toString);
        assertTrue(csv.header("Content-Disposition").startsWith("attachment"), "it opens in the browser");

        PageClient.Answer audit = people.session("admin").get("/admin/audit/entries.csv?key=%2B17275550152");
        assertTrue(audit.body().contains("\"'+17275550152\""), audit::body);
        assertFalse(audit.body().contains("\"+17275550152\""), audit::body);

        String sheet = sheet(people.token("admin"), export + "?format=xlsx");
        assertFalse(sheet.contains("<f>"), "a cell is a formula");
        assertFalse(sheet.contains("<v>17275550151"), "a number of a phone is a number of a spreadsheet");
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        TABLE.pages().stream()
                .filter(line -> line.cell("admin").equals(AuthorisationTable.YES))
                .map(AuthorisationTable.Line::what)
                .filter(path -> path.endsWith(".xhtml") && !path.matches("/sign-in.xhtml|/step/.*"))
                .forEach(paths::add);
        paths.add("/admin/lead/edit.xhtml?id=" + planted.listId());
        paths.add("/admin/lead/lead.xhtml?id=" + planted.leadId());
        paths.add("/admin/lead/load.xhtml?list=" + planted.listId());
        paths.add("/admin/lead/search.xhtml?list=" + planted.listId());
        paths.add("/admin/user/edit.xhtml?name=mx-hostile");
        paths.add("/admin/group/edit.xhtml?name=MXH");
        paths.add("/admin/inbound/list.xhtml?kind=in-groups");
        paths.add("/admin/inbound/edit.xhtml?kind=in-groups&id=MXH");
        return paths;
    }

    /** Where a page leads to: what stands beside a planted text first, since of each kind of address one is opened. */
    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return ((List<String>) page.evaluate(LINKS))
                .stream()
                        .filter(link -> link.matches("/[a-z][^#]*\\.xhtml\\?.*"))
                        .toList();
    }

    private static void judge(Browser browser, String path, List<String> broken) {
        browser.page().waitForLoadState();
        int nodes = (int) browser.page().evaluate(NODES);
        String ran = (String) browser.page().evaluate(RAN);
        if (nodes > 0 || !ran.equals("undefined") || browser.page().content().contains(COMPUTED)) {
            broken.add("%s: %d elements, script ran: %s".formatted(path, nodes, ran));
        }
    }

    /** How many forms were sent. */
    private static int typeEverywhere(Page page) {
        int sent = 0;
        int forms = page.locator("main form").count();
        for (int i = 0; i < forms; i++) {
            Locator form = page.locator("main form").nth(i);
            int fields = fill(form);
            Locator button = form.locator("button.is-filled:visible, input[type=submit].is-filled:visible");
            if (fields > 0 && button.count() > 0 && button.first().isEnabled()) {
                button.first().click();
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                sent++;
            }
            if (page.locator("main form").count() != forms) {
                break;
            }
        }
        return sent;
    }

    private static int fill(Locator form) {
        Locator fields = form.locator(
                "input[type=text]:visible:enabled, input[type=search]:visible:enabled, input:not([type]):visible:enabled, textarea:visible:enabled");
        int count = fields.count();
        for (int i = 0; i < count && i < fields.count(); i++) {
            String longest = fields.nth(i).getAttribute("maxlength");
            boolean isShort = longest != null && Integer.parseInt(longest) < HostileTexts.MARKUP.length();
            fields.nth(i).fill(isShort ? HostileTexts.SHORT : HostileTexts.MARKUP);
        }
        return count;
    }

    private static String sheet(RestClient rest, String path) throws IOException {
        byte[] packed = rest.bytes(path);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().endsWith("sheet1.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no sheet in " + path);
    }
}
