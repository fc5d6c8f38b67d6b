package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator at the pages, with real servers behind them. */
@Order(45)
@ExtendWith(LeavesNothingBehind.class)
class BrowserIT {
    private static final String ADDED = "from-the-page";
    private static final int PATIENCE_MILLIS = 30_000;
    private Browser browser;

    @BeforeAll
    static void freesTheSecondServer() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Administrator.save("pbx2", Administrator.settings("pbx2", Administrator.portOf("pbx2"), false));
        Administrator.untilState("pbx2", "DISABLED");
    }

    @AfterAll
    static void givesItBack() {
        Administrator.rest().delete("/api/v1/servers/" + ADDED);
        Administrator.moveTo("pbx2", Administrator.portOf("pbx2"));
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
    void addsAServerThatTakesPart() {
        browser.signIn("admin");
        browser.link("Servers").click();
        browser.link("New server").click();
        browser.field("Name").fill(ADDED);
        browser.field("Host").fill("127.0.0.1");
        browser.field("Port").fill("" + Administrator.portOf("pbx2"));
        login("Event user", 0, "events");
        login("Command user A", 1, "command");
        login("Command user B", 2, "command2");

        browser.button("Test").click();
        Locator checks = browser.page().locator(".sw-checks li");
        assertThat(checks)
                .hasText(new Pattern[] {Pattern.compile(".*good"), Pattern.compile(".*good"), Pattern.compile(".*good")
                });
        browser.photograph("server-test");
        browser.button("Save").click();

        assertThat(browser.page().getByText(ADDED + " is saved.")).isVisible();
        browser.link("Servers").click();
        assertThat(browser.row(ADDED)).containsText("Up");
        browser.photograph("servers");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() {
        browser.signIn("admin");

        Cookie session = browser.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("SWITCHROOM"))
                .findFirst()
                .orElseThrow();
        assertTrue(session.httpOnly);
        assertEquals(SameSiteAttribute.LAX, session.sameSite);
    }

    @Test
    void submitsACallWatchesItAndHangsItUp() {
        browser.signIn("admin");
        browser.link("Queue").click();
        browser.button("New action").click();
        fillInACall("99907654321");
        browser.photograph("submit");
        Browser.button(browser.dialog(), "Submit").click();

        Locator row = browser.row("99907654321");
        showNewRows(row);
        assertThat(row).containsText("Succeeded");
        assertThat(row).containsText("On call");
        browser.photograph("queue");

        browser.link("Live channels").click();
        Locator channel = browser.row("PJSIP/carrier").first();
        assertThat(channel).containsText("On call");
        browser.photograph("channels");
        Browser.button(channel, "Hang up").click();
        Browser.button(browser.dialog(), "Hang up").click();

        assertThat(browser.page().getByText("No live channels")).isVisible();
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void showsHowTheServerIs() {
        browser.signIn("admin");
        browser.link("System").click();

        assertThat(browser.page().getByRole(AriaRole.HEADING).first()).isVisible();
        browser.photograph("system");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void letsNobodyInWithAWrongPassword() {
        browser.open("/supervisor/queue.xhtml");
        browser.field("User name").fill("supervisor");
        browser.field("Password").fill("wrong");
        browser.button("Sign in").click();

        assertThat(browser.page().getByText("User name or password is wrong")).isVisible();
        browser.photograph("sign-in");
    }

    private void login(String user, int number, String purpose) {
        browser.field(user).fill(Lab.value("pbx.pbx2." + purpose + ".user"));
        browser.page().locator("input[type=password]").nth(number).fill(Lab.value("pbx.pbx2." + purpose + ".secret"));
    }

    private void fillInACall(String number) {
        Locator form = browser.dialog();
        browser.choose(form.getByLabel("Server"), "pbx1");
        form.getByLabel(
                        "Endpoint",
                        new Locator.GetByLabelOptions().setExact(true)) // there is a link that says what it is
                .selectOption("PJSIP/carrier");
        form.getByLabel("Number").fill(number);
        form.getByLabel("Context").fill("switchroom-wait");
        form.getByLabel("Extension").fill("s");
        form.getByLabel("Priority in the dialplan").fill("1");
    }

    /** New rows wait behind a button, so that the list never moves under the pointer. */
    private void showNewRows(Locator row) {
        Locator news = browser.page().locator(".sw-newrows");
        assertThat(row.or(news).first()).isVisible();
        if (news.isVisible()) {
            news.click();
        }
    }
}
