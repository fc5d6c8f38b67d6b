package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.switchroom.system.Administrator;
import org.switchroom.system.Browser;
import org.switchroom.system.LeavesNothingBehind;
import org.switchroom.system.RestClient;

/** A text that somebody stored or sent in a file is shown as text: in every page, and in files that go out (ASVS v5.0.0-1). */
@Order(48)
@ExtendWith(LeavesNothingBehind.class)
class HostileTextsIT {
    private static final String NODES = "() => document.querySelectorAll('.swr-hostile, img[src=x], [onerror]').length";
    private static final String LINKS = """
            () => [...document.querySelectorAll('main a[href]')]
                .map(a => [a.getAttribute('href'), (a.closest('tr') || a).textContent.includes('swr-hostile')])
                .sort((a, b) => b[1] - a[1]).map(a => a[0])""";
    private static final String RAN = "() => String(window.swrHostile)";

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
    }

    @Test
    void isStoredOrRefusedWithASentence() {
        assertEquals(List.of(), planted.planting().wrong());
        assertTrue(
                planted.planting().accepted().size() > 12,
                () -> planted.planting().accepted().toString());
        assertFalse(
                planted.planting().accepted().stream()
                        .anyMatch(what -> what.endsWith(HostileTexts.SCRIPT_ADDRESS) && what.contains("web_form")),
                "an address of a web page that is a script");
    }

    @Test
    void isTextOnEveryPage() {
        List<String> broken = new ArrayList<>();
        try (Browser browser = new Browser()) {
            browser.signIn("admin");
            Set<String> seen = new HashSet<>();
            Deque<String> left = new ArrayDeque<>(planted.pages());
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

    @Test
    void isLoadedOutOfAFileAsItIsOrRefusedWithAReason() {
        RestClient rest = Administrator.rest();
        JsonObject load = planted.file().load();
        List<String> stored = new ArrayList<>();
        rest
                .get("/api/v1/leads?limit=500&list_id=" + planted.listId())
                .json()
                .getJsonArray("leads")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(lead ->
                        lead.get("load_id").toString().equals(planted.file().id()))
                .forEach(lead -> stored.add(lead.getString("last_name")));
        List<String> refused = Cells.of(planted.file().refused());

        assertEquals(List.of(), stored.stream().filter(text -> !known(text)).toList(), "stored otherwise than sent");
        assertTrue(stored.size() > HostileFile.TEXTS.size() / 2, () -> stored + " of " + load);
        List<String> lost = HostileFile.TEXTS.stream()
                .filter(text -> !stored.contains(text.strip()) && !refused.contains(guarded(text)))
                .toList();
        assertEquals(List.of(), lost, () -> "neither stored nor given back: " + load);
    }

    @Test
    void leavesInNoFileAsAFormula() throws IOException {
        RestClient rest = Administrator.rest();
        String export = "/api/v1/lead-lists/" + planted.listId() + "/export";

        RestClient.Answer csv = rest.get(export);
        assertTrue(Cells.of(csv.response().body()).contains("'" + HostileTexts.FORMULA), csv::toString);
        assertEquals(List.of(), Cells.formulas(csv.response().body()));
        assertTrue(csv.header("Content-Disposition").startsWith("attachment"), "it opens in the browser");

        assertEquals(List.of(), Cells.formulas(planted.file().refused()));

        PageClient.Answer audit = people.session("admin").get("/admin/audit/entries.csv");
        assertTrue(Cells.of(audit.body()).contains("'+17275550152"), audit::body);
        assertEquals(List.of(), Cells.formulas(audit.body()));

        String sheet = sheet(people.token("admin"), export + "?format=xlsx");
        assertFalse(sheet.contains("<f>"), "a cell is a formula");
        assertFalse(sheet.contains("<v>17275550151"), "a number of a phone is a number of a spreadsheet");
    }

    private static boolean known(String text) {
        return HostileFile.TEXTS.stream().map(String::strip).anyMatch(text::equals);
    }

    private static String guarded(String text) {
        return Cells.formulas(HostileFile.quoted(text)).isEmpty() ? text : "'" + text;
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
        if (nodes > 0 || !ran.equals("undefined") || browser.page().content().contains(HostileTexts.COMPUTED)) {
            broken.add("%s: %d elements, script ran: %s".formatted(path, nodes, ran));
        }
    }

    private static String sheet(RestClient rest, String path) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        Files.write(file, rest.bytes(path));
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
