package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator at the pages of leads. */
@Order(46)
@ExtendWith(LeavesNothingBehind.class)
class LeadPagesIT {
    private Browser browser;

    @BeforeEach
    void opensTheBrowser() {
        browser = new Browser();
        browser.signIn("admin");
    }

    @AfterEach
    void closesTheBrowser() {
        browser.close();
    }

    /** It would be a load of numbers that nobody may call. */
    @ParameterizedTest
    @ValueSource(strings = {"list=999999999", "list=x", "id=999999999", "id=x"})
    void offersNoLoadIntoWhatIsNotThere(String named) {
        browser.open("/admin/lead/load.xhtml?" + named);

        assertThat(browser.page().locator("input[type=file]")).hasCount(0);
        assertThat(browser.page().getByText("There is no such list or load")).isVisible();
        assertThat(browser.link("Lead lists")).isVisible();
        assertEquals(List.of(), Barriers.on(browser.page()));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void offersALoadOfNumbersThatNobodyMayCall() {
        browser.open("/admin/lead/load.xhtml");

        assertThat(browser.page().locator("input[type=file]")).hasCount(1);
        assertEquals(List.of(), browser.complaints());
    }
}
