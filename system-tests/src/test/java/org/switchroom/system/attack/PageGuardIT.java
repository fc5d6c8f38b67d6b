package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.Instance;
import org.switchroom.system.RestClient;

/** What a page holds against other sites, against borrowed sessions and against its own parameters (ASVS v5.0.0-3 and 7). */
@Order(24)
class PageGuardIT {
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final String NONCE = "primefaces.nonce";

    /** Of the right form, but of no page. */
    private static final String FOREIGN = "bm9uY2Utb2Ytbm9ib2R5";

    private static final String HOSTILE = "\"'><img src=x onerror=alert(1)>${7*7}#{7*7}";

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
                fields.put(NONCE, "x");
                refused(taken, page, form, admin.post(page, fields));
                fields.remove(NONCE);
                refused(taken, page, form, admin.post(page, fields));
            }
        });

        assertEquals(List.of(), taken, () -> String.join("\n", taken));
        assertTrue(people.session("admin").isSignedIn(), "somebody else signed it out");
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
                        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                                "leave",
                                "leave",
                                NONCE,
                                supervisor.get(line.what()).nonce()));
                        fields.put("leave:signOut", "leave:signOut");
                        if (state != null) {
                            fields.put(PageClient.STATE, state);
                        }

                        supervisor.post(line.what(), fields);
                        assertTrue(supervisor.isSignedIn(), () -> line.what() + " was posted with state " + state);
                    });
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
                            java.net.http.HttpRequest.BodyPublishers.ofString("{}"),
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
    void aSessionThatSomebodyElseChoseIsNotSignedIn() {
        PageClient attacker = new PageClient();
        attacker.takeSession("chosen-by-somebody-else");
        PageClient victim = new PageClient();
        victim.get("/index.xhtml");
        victim.get("/error/missing.xhtml");
        String before = victim.session();
        victim.signedIn(People.account("agent"), People.password());
        String after = victim.session();

        assertNotEquals(before, after);
        assertFalse(after.isEmpty());
        attacker.takeSession(before.isEmpty() ? "chosen-by-somebody-else" : before);
        assertFalse(attacker.isSignedIn(), "the id from before the sign-in is signed in");

        PageClient fixed = new PageClient();
        fixed.takeSession("chosen-by-somebody-else");
        fixed.signedIn(People.account("agent"), People.password());
        assertNotEquals("chosen-by-somebody-else", fixed.session());

        String second = victim.session();
        victim.signedIn(People.account("agent"), People.password());
        assertNotEquals(second, victim.session(), "signing in again keeps the id");
    }

    @Test
    void aSessionIsOverWhenItsOwnerSignsOutAndNoAddressCarriesIt() {
        PageClient agent = new PageClient().signedIn(People.account("agent"), People.password());
        String session = agent.session();
        PageClient.Answer page = agent.get("/index.xhtml");
        assertFalse(page.body().contains(session), "the id stands in the page");
        assertFalse(page.body().contains("jsessionid"), "links carry the id");
        PageClient thief = new PageClient();
        assertTrue(thief.get("/index.xhtml;SWITCHROOM=" + session).location().contains("sign-in"), "by the address");
        assertTrue(thief.get("/index.xhtml;jsessionid=" + session).location().contains("sign-in"), "by the address");

        Map<String, String> fields =
                new LinkedHashMap<>(page.form("leave").orElseThrow().fields());
        fields.put("leave:signOut", "leave:signOut");
        fields.put(NONCE, page.nonce());
        thief.takeSession(session);
        assertTrue(thief.isSignedIn(), "the cookie is not sent as a browser would");
        agent.post("/index.xhtml", fields);

        thief.takeSession(session);
        assertFalse(thief.isSignedIn(), "the cookie from before the sign-out is signed in");
    }

    @Test
    void cookiesAreForPagesOfThisSiteAlone() {
        PageClient agent = new PageClient();
        List<String> cookies = new ArrayList<>(
                agent.signIn(People.account("agent"), People.password()).headers("Set-Cookie"));
        cookies.addAll(agent.get("/index.xhtml").headers("Set-Cookie"));
        cookies.addAll(new PageClient().get("/error/missing.xhtml").headers("Set-Cookie"));
        cookies.addAll(new PageClient().get("/admin/user/list.xhtml").headers("Set-Cookie"));

        assertFalse(cookies.isEmpty());
        cookies.forEach(cookie -> {
            assertTrue(cookie.contains("SameSite=Lax") || cookie.contains("SameSite=Strict"), cookie);
            assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("httponly"), cookie);
            assertFalse(cookie.toLowerCase(java.util.Locale.ROOT).contains("domain="), cookie);
        });
    }

    /** The container's own sign-in would count no wrong password. */
    @Test
    void signsInByItsOwnPageAlone() {
        Map<String, String> fields = Map.of("j_username", People.account("admin"), "j_password", People.password());
        for (String path : List.of("/j_security_check", "/index.xhtml/j_security_check", "/j_security_check;x=1")) {
            PageClient stranger = new PageClient();
            stranger.get("/admin/user/list.xhtml");

            stranger.post(path, fields);

            assertFalse(stranger.isSignedIn(), path);
        }
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
                boolean shown =
                        answer.body().contains("<img src=x") || answer.body().contains("49");
                if (page.endsWith(".xhtml") && answer.body().contains("<img src=x") || answer.status() >= 500) {
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

    @Test
    void leadsToNoOtherSiteAfterSigningIn() {
        for (String from :
                List.of("//evil.example/x.xhtml", "http://evil.example/", "/\\evil.example", "javascript:1")) {
            PageClient agent = new PageClient();
            PageClient.Answer page = agent.get("/sign-in.xhtml?from=" + PageClient.encoded(from));
            Map<String, String> fields =
                    new LinkedHashMap<>(page.form("sign").orElseThrow().fields());
            fields.put("sign:from", from);
            fields.put("sign:user", People.account("agent"));
            fields.put("sign:password", People.password());
            fields.put("sign:go", "sign:go");

            String location = agent.post("/sign-in.xhtml", fields).location();

            assertTrue(
                    location.equals("/index.xhtml")
                            || location.equals(
                                    Instance.running().url("/index.xhtml").toString()),
                    location);
        }
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
