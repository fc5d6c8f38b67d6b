package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person with a telephone: set up, signed in with, lost. */
@Order(43)
@ExtendWith(LeavesNothingBehind.class)
class SecondFactorIT {
    private static final String NAME = "telephone-owner";
    private static final String GIVEN = "given by the boss";
    private static final String OWN = "chosen by myself";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String RULES = "/api/v1/sign-in-rules";

    private Browser browser;

    @BeforeAll
    static void waitsLongEnough() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @BeforeEach
    void opensTheBrowser() throws SQLException {
        forgetThem();
        String body = "{\"name\":\"%s\",\"full_name\":\"Tessa\",\"roles\":[\"supervisor\"],\"password\":\"%s\"}";
        assertEquals(
                201,
                Administrator.rest()
                        .post("/api/v1/users", body.formatted(NAME, GIVEN))
                        .status());
        browser = new Browser();
    }

    @AfterEach
    void closesIt() throws SQLException {
        browser.close();
        forgetThem();
    }

    @Test
    void isSetUpAndAskedForAndNoCodeIsGoodTwice() {
        signIn(GIVEN);
        choosePassword();
        browser.open("/account/edit.xhtml");
        browser.button("Set up").click();
        Authenticator telephone =
                new Authenticator(browser.page().locator("#key").textContent());
        browser.photograph("factor-set-up");
        String code = telephone.code();
        browser.field("Code").fill(code);
        browser.button("Turn on").click();
        String recovery = recoveryCodes().first().textContent();
        browser.photograph("factor-codes");
        browser.button("I have them").click();
        signOut();

        signIn(OWN);
        assertThat(browser.page().getByText("The password is right")).isVisible();
        browser.photograph("factor-asked");
        enter(code);
        assertThat(browser.page().getByText("This is not the code of now").first())
                .isVisible();
        browser.open("/supervisor/queue.xhtml");
        assertThat(browser.field("Code")).isVisible();
        enter(telephone.nextCode());
        assertThat(browser.link("Queue")).isVisible();
        signOut();

        signIn(OWN);
        enter(recovery);
        assertThat(browser.link("Queue")).isVisible();
        signOut();
        signIn(OWN);
        enter(recovery);
        assertThat(browser.page().getByText("This is not the code of now").first())
                .isVisible();
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void wrongCodesLockTheAccountThoughThePasswordIsRight() {
        signIn(GIVEN);
        choosePassword();
        browser.open("/account/edit.xhtml");
        browser.button("Set up").click();
        Authenticator telephone =
                new Authenticator(browser.page().locator("#key").textContent());
        browser.field("Code").fill(telephone.code());
        browser.button("Turn on").click();
        recoveryCodes().first().waitFor();
        signOut();

        for (int i = 0; i < 4; i++) {
            signIn(OWN);
            enter("000000");
            browser.button("Back to the sign-in").click();
        }
        signIn(OWN);
        enter("000000");
        signIn(OWN);
        assertThat(browser.page().getByText("or the account is locked")).isVisible();
    }

    @Test
    void isSetUpBeforeAnythingElseWhereTheRulesWantIt() {
        RestClient.Answer before = Administrator.rest().get(RULES);
        want(true);
        try {
            signIn(GIVEN);
            choosePassword();
            assertThat(browser.page().getByText("Your role needs one")).isVisible();
            List<String> barriers = new ArrayList<>(Barriers.on(browser.page()));
            browser.photograph("factor-wanted");
            browser.open("/supervisor/queue.xhtml");
            Authenticator telephone =
                    new Authenticator(browser.page().locator("#key").textContent());
            browser.field("Code").fill("000000");
            browser.button("Turn on").click();
            assertThat(browser.page().getByText("This is not the code of now").first())
                    .isVisible();
            browser.field("Code").fill(telephone.code());
            browser.button("Turn on").click();
            assertThat(browser.page().getByRole(AriaRole.MAIN)).containsText("Recovery codes");
            assertThat(recoveryCodes()).hasCount(10);
            barriers.addAll(Barriers.on(browser.page()));
            browser.button("Go on").click();
            assertThat(browser.link("Queue")).isVisible();

            assertEquals(List.of(), barriers);
            assertEquals(
                    204,
                    Administrator.rest()
                            .delete("/api/v1/users/" + NAME + "/second-factor")
                            .status());
            assertTrue(Administrator.rest().get("/api/v1/users/" + NAME).json().isNull("second_factor_since"));
        } finally {
            want(before.json().getBoolean("second_factor_required"));
        }
    }

    @Test
    void whatIsKeptIsGivenOutAndErased() {
        String path = "/api/v1/users/" + NAME + "/personal-data";
        signIn(GIVEN);
        choosePassword();
        assertThat(browser.link("Queue")).isVisible();

        RestClient.Answer kept = Administrator.rest().get(path);
        assertEquals("Tessa", kept.json().getJsonObject("account").getString("full_name"));
        assertEquals(1, kept.json().getJsonArray("sessions").size());
        assertEquals(204, Administrator.rest().delete(path).status());

        assertThat(browser.field("Password")).isVisible();
        signIn(OWN);
        assertThat(browser.page().getByText("User name or password is wrong")).isVisible();
        RestClient.Answer erased = Administrator.rest().get(path);
        assertEquals("-", erased.json().getJsonObject("account").getString("full_name"));
        assertTrue(erased.json().getJsonArray("sessions").getJsonObject(0).isNull("address"));
    }

    private static void want(boolean required) {
        String version = Administrator.rest().get(RULES).header("ETag");
        RestClient.Answer answer = Administrator.rest()
                .put(
                        RULES,
                        "{\"second_factor_required\":%s,\"sessions_kept_days\":90}".formatted(required),
                        "If-Match",
                        version);
        assertEquals(200, answer.status(), answer::toString);
    }

    private void signIn(String password) {
        browser.open("/sign-in.xhtml");
        browser.field("User name").fill(NAME);
        browser.field("Password").fill(password);
        browser.button("Sign in").click();
    }

    private void choosePassword() {
        browser.field("New password").fill("short");
        browser.button("Go on").click();
        assertThat(browser.page().locator(".sw-msg")).hasText("at least 12 characters");
        browser.field("New password").fill(OWN);
        browser.button("Go on").click();
        browser.page().waitForURL(address -> !address.contains("/step/password"));
    }

    private void enter(String code) {
        browser.field("Code").fill(code);
        browser.button("Sign in").click();
        browser.page().waitForLoadState();
    }

    private void signOut() {
        browser.page().locator("details.sw-usermenu summary").click();
        browser.page().locator("[id='leave:signOut']").click();
        browser.field("Password").waitFor();
    }

    private Locator recoveryCodes() {
        return browser.page().locator("#codes li");
    }

    private static void forgetThem() throws SQLException {
        try (SqlClient sql = SqlClient.own()) {
            sql.run("delete from user_account where name = ?", NAME);
        }
    }
}
