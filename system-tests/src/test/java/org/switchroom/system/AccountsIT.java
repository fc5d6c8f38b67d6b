package org.switchroom.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in, on more than one machine, and out again. */
@Order(44)
@ExtendWith(LeavesNothingBehind.class)
class AccountsIT {
    private static final int PATIENCE_MILLIS = 30_000;

    private Browser here;
    private Browser there;

    @BeforeAll
    static void waitsLongEnough() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @BeforeEach
    void opensTwoBrowsers() {
        here = new Browser();
        there = new Browser();
    }

    @AfterEach
    void closesThem() {
        here.close();
        there.close();
    }

    @Test
    void signsOutElsewhere() {
        there.signIn("supervisor");
        here.signIn("supervisor");
        here.open("/account/edit.xhtml");
        here.photograph("account");

        here.button("Sign out everywhere else").click();

        assertThat(here.page().getByText("is signed out")).isVisible();
        there.open("/supervisor/channels.xhtml");
        assertThat(there.field("Password")).isVisible();
        here.open("/supervisor/channels.xhtml");
        assertThat(here.link("Queue")).isVisible();
        assertEquals(List.of(), here.complaints());
    }

    @Test
    void anOpenPageIsClosedWhenAnAdministratorSignsItOut() {
        there.signIn("supervisor");
        here.signIn("admin");
        here.link("People").click();
        here.link("Sessions").click();
        here.photograph("sessions");
        Locator row = here.row("supervisor");

        Browser.button(row.first(), "Sign out").click();

        assertThat(here.page().getByText("supervisor is signed out there.")).isVisible();
        assertThat(there.field("Password")).isVisible();
        assertEquals(List.of(), here.complaints());
    }

    @Test
    void aTokenIsMadeAndShownOnce() {
        here.signIn("admin");
        here.open("/admin/token/list.xhtml");
        here.link("New token").click();
        here.field("What it is for").fill("from the page");
        here.field("Account").selectOption("api");
        here.field("channels").check();
        here.photograph("token-new");
        here.button("Make the token").click();

        String secret = here.page().locator("#secret").textContent().strip();
        here.photograph("token-made");
        assertEquals(200, new RestClient(secret).get("/api/v1/channels").status());
        assertEquals(403, new RestClient(secret).get("/api/v1/actions").status());

        here.link("Done").click();
        Locator row = here.row("from the page");
        assertThat(row.first()).containsText("channels");
        Browser.button(row.first(), "End").click();
        Browser.button(here.dialog(), "End").click();
        assertThat(row.first()).containsText("Ended");
        here.photograph("tokens");
        assertEquals(List.of(), here.complaints());
    }

    @Test
    void theContainersOwnFormIsClosed() throws IOException, InterruptedException {
        String account = Instance.running().value("account.admin");
        HttpRequest post = HttpRequest.newBuilder(Instance.running().url("/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "j_username=%s&j_password=%s".formatted((Object[]) account.split("/", 2))))
                .build();

        assertEquals(
                404,
                HttpClient.newHttpClient()
                        .send(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }
}
