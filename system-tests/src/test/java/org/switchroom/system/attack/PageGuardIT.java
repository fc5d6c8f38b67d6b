package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.switchroom.system.LeavesNothingBehind;
import org.switchroom.system.RestClient;

/** What a page holds against other sites and against its own parameters (ASVS v5.0.0-3). */
@Order(24)
@ExtendWith(LeavesNothingBehind.class)
class PageGuardIT {
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final String NONCE = "primefaces.nonce";

    /** Of the right form, but of no page. */
    private static final String FOREIGN = "bm9uY2Utb2Ytbm9ib2R5";

    private static final String HOSTILE = "\"'><img src=x onerror=alert(1)>${1234*5678}#{1234*5678}";

    private static final String COMPUTED = "7006652";

    private static People people;

    @BeforeAll
    static void prepare() throws SQLException {
        people = new People();
    }

    @AfterAll
    static void leave() throws SQLException {
        People.leave();
    }

    @Test
    void takesNoFormThatAnotherSiteSends() {
        List<String> taken = new ArrayList<>();
        forms((page, form) -> {
            PageClient admin = people.session("admin");
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            form.buttons().forEach(button -> fields.put(button, button));
            for (String site : List.of("cross-site", "same-site")) {
                fields.put(NONCE, FOREIGN);
                refused(taken, page, form, admin.post(page, fields, "Sec-Fetch-Site", site));
            }
            refused(taken, page, form, admin.post(page, fields, "Origin", "http://elsewhere.example"));
            refused(taken, page, form, admin.post(page, fields, "Origin", "null"));
            if (!page.equals("/sign-in.xhtml") && !page.startsWith("/step/")) {
                for (String nonce : List.of("x", FOREIGN)) {
                    fields.put(NONCE, nonce);
                    refused(taken, page, form, admin.post(page, fields));
                }
                fields.remove(NONCE);
                refused(taken, page, form, admin.post(page, fields));
            }
        });

        assertEquals(List.of(), taken, () -> String.join("\n", taken));
        assertTrue(people.session("admin").isSignedIn(), "somebody else signed it out");
    }

    /** What an address does, any link of another site does. */
    @Test
    void carriesOutNoFormThatIsAnAddress() {
        PageClient supervisor = new PageClient().signedIn(People.account("supervisor"), People.password());
        PageClient.Answer page = supervisor.get("/supervisor/queue.xhtml");
        Map<String, String> fields =
                new LinkedHashMap<>(page.form("leave").orElseThrow().fields());
        fields.put("leave:signOut", "leave:signOut");
        fields.put(NONCE, page.nonce());
        String address = "/supervisor/queue.xhtml?" + PageClient.query(fields);

        for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS")) {
            PageClient.Answer answer = supervisor.send(address, method, BodyPublishers.noBody());
            assertTrue(answer.status() == 403 || answer.status() == 405, method + ": " + answer);
        }
        assertTrue(supervisor.isSignedIn(), "an address signed it out");
        supervisor.post("/supervisor/queue.xhtml", fields);
        assertFalse(supervisor.isSignedIn(), "the form is not one that signs out");
    }

    /** Whoever knows the nonce of a page before it is drawn can bring scripts for it. */
    @Test
    void noAddressChoosesTheNonceOfAPage() {
        String chosen = Base64.getEncoder()
                .encodeToString("0b5f0b3e-8f43-4d53-9c4b-1a7d2f2f8d10".getBytes(StandardCharsets.UTF_8));
        List<String> drawn = new ArrayList<>();
        for (String more : List.of("", "&jakarta.faces.partial.ajax=true")) {
            for (String page : List.of("/supervisor/queue.xhtml", "/sign-in.xhtml", "/error/missing.xhtml")) {
                PageClient.Answer answer = people.session("admin").get(page + "?" + NONCE + "=" + chosen + more);
                String policy = String.join("; ", answer.headers("Content-Security-Policy"));
                if (answer.body().contains(chosen) || policy.contains(chosen) || answer.status() >= 500) {
                    drawn.add(answer + " " + policy);
                }
            }
        }

        assertEquals(List.of(), drawn);
    }

    /** The form to sign out stands on each page behind the sign-in; if it were taken the session would be over. */
    @Test
    void takesNoFormWithoutTheStateThatItsPageGave() {
        String foreignState = PageForm.all(
                        people.session("agent").get("/index.xhtml").body())
                .get(0)
                .fields()
                .get(PageClient.STATE);
        for (String state : new String[] {null, "", "1:1", "stateless", foreignState}) {
            PageClient supervisor = new PageClient().signedIn(People.account("supervisor"), People.password());
            TABLE.pages().stream()
                    .filter(line -> line.cell("supervisor").equals(AuthorisationTable.YES))
                    .forEach(line -> {
                        PageClient.Answer page = supervisor.get(line.what());
                        assertNotEquals(302, page.status(), () -> "signed out before " + page);
                        Map<String, String> fields = new LinkedHashMap<>(Map.of("leave", "leave", NONCE, page.nonce()));
                        fields.put("leave:signOut", "leave:signOut");
                        if (state != null) {
                            fields.put(PageClient.STATE, state);
                        }

                        PageClient.Answer answer = supervisor.post(line.what(), fields);
                        assertTrue(answer.status() < 500, answer::toString);
                    });
            assertTrue(supervisor.isSignedIn(), () -> "a page was posted with state " + state);
        }
    }

    @Test
    void theSessionOfAPageCountsForNothingInTheApi() {
        PageClient admin = people.session("admin");
        List<String> open = new ArrayList<>();
        Operation.in(new RestClient("").get("/api/v1/openapi.json").json()).values().stream()
                .filter(operation -> !operation.roles().isEmpty())
                .forEach(operation -> {
                    PageClient.Answer answer = admin.send(
                            Probe.ofNothing(operation).path(),
                            operation.method(),
                            BodyPublishers.ofString("{}"),
                            "Content-Type",
                            "application/json");
                    if (answer.status() != 401) {
                        open.add(operation + ": " + answer);
                    }
                });

        assertEquals(List.of(), open);
    }

    @Test
    void eachPageHasAStrictPolicyForItsContent() {
        List<String> loose = new ArrayList<>();
        for (AuthorisationTable.Line line : TABLE.pages()) {
            for (String who : List.of(AuthorisationTable.NOBODY, "agent", "admin")) {
                PageClient.Answer answer = people.session(who).get(line.what());
                String policy = String.join("; ", answer.headers("Content-Security-Policy"));
                boolean drawn = answer.header("Content-Type").startsWith("text/html");
                boolean strict = policy.contains("frame-ancestors 'none'")
                        && policy.contains("object-src 'none'")
                        && policy.contains("base-uri 'self'")
                        && policy.contains("form-action 'self'")
                        && !policy.contains("unsafe-")
                        && !policy.contains("*")
                        && (!drawn || policy.contains("default-src 'self'") && policy.contains("script-src 'self'"));
                boolean named = answer.header("X-Content-Type-Options").equals("nosniff")
                        && !answer.header("Referrer-Policy").isEmpty();
                if (answer.status() != 302 && (!strict || !named)) {
                    loose.add(line.what() + " for " + who + ": " + answer + " " + policy);
                }
            }
        }

        assertEquals(List.of(), loose, () -> String.join("\n", loose));
    }

    @Test
    void showsNoParameterAsAnythingButText() {
        List<String> raw = new ArrayList<>();
        String all = PageParameters.names().stream()
                .map(name -> name + "=" + PageClient.encoded(HOSTILE))
                .reduce("", (before, next) -> before + "&" + next);
        for (String who : List.of(AuthorisationTable.NOBODY, "admin")) {
            TABLE.pages().stream().map(AuthorisationTable.Line::what).forEach(page -> {
                PageClient.Answer answer = people.session(who).get(page + "?x=1" + all);
                boolean shown = page.endsWith(".xhtml") && answer.body().contains("<img src=x")
                        || answer.body().contains(COMPUTED);
                if (shown || answer.status() >= 500) {
                    raw.add(page + " for " + who + ": " + answer);
                }
            });
        }
        for (String path : List.of("/%3Cimg%20src=x%20onerror=alert(1)%3E.xhtml", "/%3Cimg%20src=x%3E")) {
            PageClient.Answer answer = people.session("admin").get(path);
            assertEquals(404, answer.status());
            assertFalse(answer.body().contains("<img src=x"), path);
        }

        assertEquals(List.of(), raw, () -> String.join("\n", raw));
    }

    private interface Check {
        void of(String page, PageForm form);
    }

    private static void forms(Check check) {
        TABLE.pages().stream()
                .filter(line -> line.cell("admin").equals(AuthorisationTable.YES))
                .forEach(line -> PageForm.all(
                                people.session("admin").get(line.what()).body())
                        .forEach(form -> check.of(line.what(), form)));
    }

    private static void refused(List<String> taken, String page, PageForm form, PageClient.Answer answer) {
        if (answer.status() != 403) {
            taken.add(page + " " + form.id() + ": " + answer);
        }
    }
}
