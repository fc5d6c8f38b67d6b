package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever does not know a page, a word, or where to begin is helped on the page itself. */
@Order(48)
@ExtendWith(LeavesNothingBehind.class)
class HelpIT {
    private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);

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
    void saysOnThePageWhatItIsForAndLeadsToTheWords() {
        browser.signIn("supervisor");
        browser.open("/supervisor/queue.xhtml");
        browser.page().keyboard().press("?");
        assertThat(browser.dialog()).containsText("Every command to any Asterisk server is a row here");
        List<String> barriers = new ArrayList<>(Barriers.on(browser.page()));
        browser.page().keyboard().press("Escape");
        assertThat(browser.dialog()).isHidden();

        browser.button("Help").click();
        browser.dialog()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Hangup cause").setExact(true))
                .click();

        assertThat(browser.page().locator("#hangup_cause")).isInViewport();
        barriers.addAll(Barriers.on(browser.page()));
        assertEquals(List.of(), barriers);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void findsAWordWhileOneTypes() {
        browser.signIn("agent");
        browser.open("/help/glossary.xhtml");
        browser.page().keyboard().press("/");
        browser.page().keyboard().type("lunch");

        assertThat(browser.page().locator(".sw-glossary dt")).hasText(new String[] {"Pause code"});
        browser.field("Find a word").clear();
        browser.field("Find a word").pressSequentially("xyzzy");
        assertThat(browser.page().getByText("No such word")).isVisible();
        assertEquals(List.of(), browser.complaints());
    }

    /** What a call centre can do without is left open where nobody can lose money: no carrier of the demo costs any. */
    @Test
    void sendsNobodyToTheFirstStepsInADemoAndTicksAllThatIsNeeded() throws SQLException {
        try (SqlClient sql = SqlClient.foreign()) {
            Waiting.untilOver(sql, sql.insert(NewAction.callTo("15557650008")));
        }
        browser.signIn("admin");
        assertThat(browser.button("New action")).isVisible();
        browser.open("/admin/first-steps.xhtml");

        Locator open = browser.page()
                .locator("li")
                .filter(new Locator.FilterOptions().setHas(browser.page().getByText("Open:", EXACT)));
        assertThat(open.locator("h2")).hasText(new String[] {"Set the guard up optional"});
        assertThat(browser.page().getByText("All that a call centre needs is there."))
                .isVisible();
        browser.button("Offer it again").click();
        browser.button("Put the list away").click();
        assertThat(browser.page().getByText("The list was put away")).isVisible();
        assertEquals(List.of(), Barriers.on(browser.page()));
        assertEquals(List.of(), browser.complaints());
    }
}
