package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.switchroom.system.Instance;
import org.switchroom.system.LeavesNothingBehind;

/** Sessions that somebody chose, found or kept, and ways past the sign-in (ASVS v5.0.0-7). */
@Order(25)
@ExtendWith(LeavesNothingBehind.class)
class SessionGuardIT {
    private static final String NONCE = "primefaces.nonce";

    @BeforeAll
    static void prepare() throws SQLException {
        new People();
    }

    @AfterAll
    static void leave() throws SQLException {
        People.leave();
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
    void whoSignsInOnSomebodyElsesSessionDoesNotShareIt() {
        PageClient attacker = new PageClient().signedIn(People.account("agent"), People.password());
        String planted = attacker.session();
        PageClient victim = new PageClient();
        victim.takeSession(planted);
        victim.signedIn(People.account("supervisor"), People.password());

        assertEquals(200, victim.get("/supervisor/queue.xhtml").status());
        assertNotEquals(planted, victim.session());
        attacker.takeSession(planted);
        assertNotEquals(200, attacker.get("/supervisor/queue.xhtml").status());
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
            assertTrue(cookie.toLowerCase(Locale.ROOT).contains("httponly"), cookie);
            assertFalse(cookie.toLowerCase(Locale.ROOT).contains("domain="), cookie);
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
}
