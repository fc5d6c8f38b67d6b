package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Administrators who set up campaigns: without a mouse, and two at the same time. */
@Order(47)
@ExtendWith(LeavesNothingBehind.class)
class CampaignsIT {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String NEW = "BY_KEYBOARD";
    private static final String SHARED = "TWO_EDIT";
    private static final String COLLEAGUE = "colleague";
    private static final String PASSWORD = "correct-horse-battery";
    private static final String LIST = "Keyboard list";
    private static final String LEADS = """
            phone,first_name,last_name
            +12125550101,Ada,Stone
            +13125550102,Ben,Field
            +13035550103,Cleo,Marsh
            """;

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeAll
    static void begins() throws SQLException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        forget();
    }

    @AfterAll
    static void forget() throws SQLException {
        try (SqlClient sql = SqlClient.own()) {
            sql.run("delete from call_lead where list_id in (select id from lead_list where name = ?)", LIST);
            sql.run("delete from lead_load where list_id in (select id from lead_list where name = ?)", LIST);
            sql.run("delete from lead_list where name = ?", LIST);
            for (String campaign : List.of(NEW, SHARED)) {
                sql.run("delete from disposition where campaign_id = ?", campaign);
                sql.run("delete from campaign_version where campaign_id = ?", campaign);
                sql.run("delete from campaign where id = ?", campaign);
            }
        }
    }

    @BeforeEach
    void opensTheBrowser() {
        browser = new Browser();
    }

    @AfterEach
    void closesTheBrowser() {
        browser.close();
    }

    @Test
    void setsUpACampaignFromNothingToReadyByKeyboardAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("leads.csv"), LEADS);
        Page page = browser.page();
        Keyboard keyboard = new Keyboard(page);
        List<String> barriers = new ArrayList<>();
        signIn(keyboard);

        keyboard.press(browser.link("Campaigns").first());
        keyboard.press(browser.link("New campaign"));
        keyboard.type(browser.field("Id"), NEW);
        keyboard.type(browser.field("Name"), "By keyboard");
        keyboard.choose(browser.field("Begin with"), "US", "US_SALES");
        keyboard.press(browser.button("Add campaign"));
        assertThat(page.getByText("By keyboard is there.")).isVisible();
        String address = page.url();

        findAndSet(keyboard);
        addDisposition(keyboard);
        addList(keyboard, file);

        page.navigate(address);
        assertThat(now("Leads to dial now")).containsText("3 of 3");
        assertThat(now("Lists")).containsText(LIST);
        assertThat(now("What it has of its own")).containsText("1");
        keyboard.turn(browser.field("Active"));
        page.keyboard().press("Control+Shift+S");
        assertThat(page.locator("h1 ~ .sw-pill")).hasText("Active");
        assertThat(page.getByText("By keyboard is saved.")).isVisible();
        barriers.addAll(Barriers.on(page));
        browser.photograph("campaign");

        assertEquals(List.of(), barriers);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void tellsTheSecondOfTwoEditorsAndLetsHimMerge() throws SQLException {
        addAccount();
        addSharedCampaign();
        browser.signIn("admin");
        browser.open("/admin/campaign/edit.xhtml?id=" + SHARED + "#group-DIALLING");
        assertThat(browser.field("Ring for")).hasValue("30");

        try (Browser colleague = new Browser()) {
            colleague.signIn(COLLEAGUE, PASSWORD);
            colleague.open("/admin/campaign/edit.xhtml?id=" + SHARED + "#group-DIALLING");
            colleague.field("Ring for").fill("40");
            colleague.field("Prefix").fill("9");
            colleague.button("Save changes Ctrl ⇧ S").click();
            assertThat(colleague.page().getByText("Two edit is saved.")).isVisible();
        }

        assertThat(browser.page().getByText("colleague saved version 2")).isVisible();
        browser.field("Ring for").fill("25");
        browser.field("Most calls at once").fill("12");
        browser.button("Save changes Ctrl ⇧ S").click();

        assertThat(browser.page().getByRole(AriaRole.HEADING, named("Somebody saved first")))
                .isInViewport();
        assertThat(browser.row("Ring for")).containsText("40 seconds");
        assertThat(browser.row("Ring for")).containsText("25 seconds");
        assertThat(browser.row("Prefix")).containsText("taken over");
        assertEquals("40 9 0", stored("dial_timeout", "dial_prefix", "most_calls"), "nothing is overwritten");
        browser.photograph("campaign-merge");
        browser.page().evaluate("() => scrollTo(0, 0)"); // half below the top bar, a button is too small a target
        assertEquals(List.of(), Barriers.on(browser.page()));
        Browser.button(browser.row("Ring for"), "Take theirs").click();
        assertThat(browser.field("Ring for")).hasValue("40");
        browser.button("Save changes Ctrl ⇧ S").click();

        assertThat(browser.page().getByText("Two edit is saved.")).isVisible();
        assertEquals("40 9 12", stored("dial_timeout", "dial_prefix", "most_calls"));
        assertEquals(List.of(), browser.complaints());
    }

    private void signIn(Keyboard keyboard) {
        String[] account = Instance.running().value("account.admin").split("/", 2);
        browser.open("/");
        keyboard.type(browser.field("User name"), account[0]);
        keyboard.type(browser.field("Password"), account[1]);
        browser.page().keyboard().press("Enter");
        browser.link("Campaigns").first().waitFor();
    }

    /** Looks for a setting by a word, changes it, and saves. */
    private void findAndSet(Keyboard keyboard) {
        keyboard.type(browser.field("Find a setting"), "caller number");
        keyboard.type(browser.field("Number"), "+12125550100");
        browser.page().keyboard().press("Control+Shift+S");
        assertThat(browser.page().getByText("Version 2, saved by")).isVisible();
    }

    private void addDisposition(Keyboard keyboard) {
        keyboard.press(browser.page()
                .locator("main")
                .getByText("Dispositions", new Locator.GetByTextOptions().setExact(true)));
        keyboard.press(browser.link("New disposition"));
        keyboard.type(browser.field("Code"), "TRIAL");
        keyboard.choose(browser.field("For"), "By", NEW);
        keyboard.type(browser.field("Name"), "Wants a trial");
        keyboard.turn(browser.field("Sale"));
        keyboard.press(browser.button("Save"));
        assertThat(browser.page().getByText("TRIAL is saved.")).isVisible();
    }

    private void addList(Keyboard keyboard, Path file) {
        keyboard.press(browser.link("Leads").first());
        keyboard.press(browser.link("New list"));
        keyboard.type(browser.field("Name"), LIST);
        keyboard.turn(browser.field("Active"));
        keyboard.choose(browser.field("Campaign"), "By", NEW);
        keyboard.press(browser.button("Save"));
        assertThat(browser.page().getByText("List " + LIST + " is saved.")).isVisible();
        keyboard.press(browser.link("Load"));
        keyboard.give(browser.field("Choose a file"), file);
        keyboard.press(browser.button("Upload"));
        keyboard.press(browser.button("Load without a dry run"));
        assertThat(browser.page().locator(".sw-pill.is-ready")).hasText("Done");
    }

    private Locator now(String title) {
        return browser.page()
                .locator("section")
                .filter(new Locator.FilterOptions().setHas(browser.page().getByText(title, exactly())));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /** Accounts are not removed: it is there already if this ran before. Its owner has chosen a password already. */
    private static void addAccount() throws SQLException {
        String body = """
                {"name": "%s", "full_name": "A colleague", "password": "%s", "roles": ["admin"]}
                """.formatted(COLLEAGUE, PASSWORD);
        RestClient.Answer answer = Administrator.rest().post("/api/v1/users", body);
        assertTrue(Set.of(201, 409).contains(answer.status()), answer::toString);
        try (SqlClient sql = SqlClient.own()) {
            sql.run("update user_account set must_change_password = false where name = ?", COLLEAGUE);
        }
    }

    private static void addSharedCampaign() {
        String body = """
                {"id": "%s", "settings": {"name": "Two edit"}}
                """.formatted(SHARED);
        RestClient.Answer answer = Administrator.rest().post("/api/v1/campaigns", body);
        assertEquals(201, answer.status(), answer::toString);
    }

    private static String stored(String... settings) {
        JsonObject all =
                Administrator.rest().get("/api/v1/campaigns/" + SHARED).json().getJsonObject("settings");
        List<String> values = new ArrayList<>();
        for (String setting : settings) {
            values.add(all.get(setting).toString().replace("\"", ""));
        }
        return String.join(" ", values);
    }
}
