package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page can be used by everybody: with weak eyes, by keyboard alone; and the self-audit's turns red by itself. */
@Order(46)
class PagesIT {
    @RegisterExtension
    static final LeavesNothingBehind CLEAN = LeavesNothingBehind.but("Self-audit: I1 is broken.*swr-0-twice");

    private static final String TWICE = "swr-0-twice";
    private static final int AUDIT_MILLIS = 75_000;
    private static final List<String> PAGES = List.of(
            "/supervisor/queue.xhtml",
            "/supervisor/channels.xhtml",
            "/admin/server/list.xhtml",
            "/admin/server/edit.xhtml",
            "/admin/server/edit.xhtml?name=pbx1",
            "/admin/user/list.xhtml",
            "/admin/user/edit.xhtml",
            "/admin/user/edit.xhtml?name=agent",
            "/admin/group/list.xhtml",
            "/admin/group/edit.xhtml?name=Demo",
            "/admin/phone/list.xhtml",
            "/admin/phone/edit.xhtml",
            "/own/phones.xhtml",
            "/admin/token/list.xhtml",
            "/admin/token/edit.xhtml",
            "/admin/session/list.xhtml",
            "/admin/sign-in/edit.xhtml",
            "/account/edit.xhtml",
            "/admin/audit/list.xhtml",
            "/admin/inbound/list.xhtml",
            "/admin/inbound/edit.xhtml?kind=dids",
            "/admin/inbound/edit.xhtml?kind=in-groups",
            "/admin/first-steps.xhtml",
            "/help/glossary.xhtml",
            "/admin/system.xhtml");

    private Browser browser;

    @BeforeEach
    void opensTheBrowser() {
        browser = new Browser();
    }

    @AfterEach
    void closesTheBrowser() {
        browser.close();
    }

    @Test
    @Timeout(300)
    void hasNoBarrierOnAnyPage() {
        browser.open("/");
        List<String> barriers = new ArrayList<>(Barriers.on(browser.page()));
        browser.signIn("admin");
        for (String page : PAGES) {
            browser.open(page);
            browser.page().waitForLoadState();
            barriers.addAll(Barriers.on(browser.page()));
        }

        assertEquals(List.of(), barriers);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void hasNoBarrierInWhatOpens() throws SQLException {
        try (SqlClient sql = SqlClient.foreign()) {
            Waiting.untilFinal(sql, sql.insert("server_name, action, headers", "pbx1", "Ping", "{}"));
        }
        browser.signIn("admin");
        browser.open("/supervisor/queue.xhtml");
        browser.page().locator("[aria-expanded]").first().click();
        assertThat(browser.page().getByText("What happened")).isVisible();
        List<String> barriers = new ArrayList<>(Barriers.on(browser.page()));
        browser.button("New action").click();
        barriers.addAll(Barriers.on(browser.page()));
        browser.open("/admin/server/edit.xhtml?name=pbx1");
        browser.button("Remove").first().click();
        assertThat(browser.dialog()).containsText("is removed");
        barriers.addAll(Barriers.on(browser.page()));

        assertEquals(List.of(), barriers);
    }

    @Test
    void isUsedByKeyboardAlone() {
        browser.open("/supervisor/queue.xhtml");
        Page page = browser.page();
        String[] account = Instance.running().value("account.admin").split("/", 2);
        page.keyboard().type(account[0]);
        page.keyboard().press("Tab");
        page.keyboard().type(account[1]);
        page.keyboard().press("Enter");
        assertThat(browser.button("New action")).isVisible();

        page.keyboard().press("Tab");
        assertEquals("#main", focused("getAttribute('href')"));
        page.keyboard().press("/");
        assertEquals("queue:find", focused("id"));
        walkTo(browser.button("New action"));
        page.keyboard().press("Enter");
        assertThat(browser.dialog()).isVisible();
        page.keyboard().press("Escape");
        assertThat(browser.dialog()).isHidden();
        assertTrue((boolean) browser.button("New action").evaluate("it => it === document.activeElement"));
    }

    @Test
    void turnsRedByItselfWhenAnInvariantIsBroken() throws SQLException {
        browser.signIn("admin");
        browser.open("/admin/system.xhtml");
        Locator audit = browser.page()
                .locator("section")
                .filter(new Locator.FilterOptions().setHasText("Self-audit"))
                .last();
        try (SqlClient sql = SqlClient.own()) {
            for (int i = 0; i < 2; i++) {
                sql.insert(
                        "server_name, action, headers, status, stage, uniqueid",
                        "pbx1",
                        "Originate",
                        "{}",
                        "SUCCEEDED",
                        null,
                        TWICE);
            }
            try {
                assertThat(audit.getByText("have the channel id " + TWICE))
                        .isVisible(new IsVisibleOptions().setTimeout(AUDIT_MILLIS));
                assertThat(audit).containsText("Broken");
                assertThat(audit).containsText("What to do:");
                assertThat(browser.page().getByText("the self-audit found something"))
                        .isVisible();
                browser.photograph("system-broken");
                assertEquals(List.of(), Barriers.on(browser.page()));
            } finally {
                sql.run("delete from queued_action where uniqueid = ?", TWICE);
            }
        }
        browser.button("Look now").click();

        assertThat(audit).not().containsText(TWICE);
        assertEquals(List.of(), browser.complaints());
    }

    private String focused(String what) {
        return (String) browser.page().evaluate("() => document.activeElement." + what);
    }

    /** Goes back from where the focus is, as somebody does who looks for a button above. */
    private void walkTo(Locator wanted) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
                return;
            }
            browser.page().keyboard().press("Shift+Tab");
        }
        throw new AssertionError("no way by keyboard to " + wanted);
    }
}
