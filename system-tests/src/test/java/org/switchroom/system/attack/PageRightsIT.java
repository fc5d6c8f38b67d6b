package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.system.LeavesNothingBehind;

/** Every page and file that there is, asked for by everybody who is signed in and by who is not (ASVS v5.0.0-8.2). */
@Order(23)
@ExtendWith(LeavesNothingBehind.class)
class PageRightsIT {
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final List<String> SCOPED = List.of("agent", "receptionist", "supervisor", "api");

    private static final List<String> BY_METHOD = List.of(AuthorisationTable.NOBODY, "agent", "admin");
    private static final List<String> OF_A_PAGE = List.of("HEAD", "POST");
    private static final List<String> METHODS =
            List.of("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND");

    private static People people;
    private static Things own;
    private static Things foreign;

    @BeforeAll
    static void prepare() throws SQLException {
        Things.leave();
        people = new People();
        own = Things.own();
        foreign = Things.ofAnotherGroup();
    }

    @AfterAll
    static void leave() throws SQLException {
        Things.leave();
        People.leave();
    }

    @Test
    void givesEachRoleWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        TABLE.pages()
                .forEach(line -> line.cells().forEach((who, cell) -> {
                    String got = outcome(people.session(who).get(line.what()));
                    if (!got.equals(cell)) {
                        wrong.add("%s for %s: %s in the table, but %s".formatted(line.what(), who, cell, got));
                    }
                }));

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void opensNoPageByAnotherMethod() {
        List<String> wrong = new ArrayList<>();
        for (String method : METHODS) {
            TABLE.pages()
                    .forEach(line -> line.cells().forEach((who, cell) -> {
                        if (!cell.equals(AuthorisationTable.YES) || !OF_A_PAGE.contains(method)) {
                            PageClient.Answer answer = people.session(who)
                                    .send(
                                            line.what() + "?primefaces.nonce=bm9uY2Utb2Ytbm9ib2R5",
                                            method,
                                            BodyPublishers.noBody(),
                                            "Content-Type",
                                            "application/x-www-form-urlencoded");
                            boolean says =
                                    method.equals("OPTIONS") && answer.body().isEmpty();
                            if (answer.status() < 300 && !says || answer.status() >= 500 && answer.status() != 501) {
                                wrong.add("%s %s for %s: %s".formatted(method, line.what(), who, answer));
                            }
                        }
                    }));
        }

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void showsNothingOfAnotherGroup() {
        List<String> shown = new ArrayList<>();
        for (String who : SCOPED) {
            TABLE.pages().stream()
                    .filter(line -> line.cell(who).equals(AuthorisationTable.YES))
                    .forEach(line -> asked(line).forEach(path -> {
                        PageClient.Answer answer = people.session(who).get(path);
                        if (answer.body().contains(Things.MARK) || answer.status() >= 500) {
                            shown.add(path + " for " + who + ": " + answer);
                        }
                    }));
        }

        assertEquals(List.of(), shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin;x=1/user/list.xhtml",
                "/admin/user/list.xhtml;jsessionid=1",
                "//admin/user/list.xhtml",
                "/./admin/user/list.xhtml",
                "/supervisor/../admin/user/list.xhtml",
                "/error/..;/admin/user/list.xhtml",
                "/%61dmin/user/list.xhtml",
                "/admin%2fuser%2flist.xhtml",
                "/admin/user/list.xhtml%00",
                "/admin/user/list.xhtml/",
                "/ADMIN/user/list.xhtml",
                "/admin/user/list.XHTML",
                "/error%2f..%2fadmin/user/list.xhtml",
                "/jakarta.faces.resource/list.xhtml?ln=../admin/user",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/WEB-INF;/web.xml",
                "/META-INF/MANIFEST.MF",
                "/jakarta.faces.push/live?0",
            })
    void noSpellingOfAPathLeadsPastItsRoles(String path) {
        for (String who : List.of(AuthorisationTable.NOBODY, "agent")) {
            PageClient.Answer answer = people.session(who).get(path);
            assertTrue(answer.status() >= 300 && answer.status() < 500, who + ": " + answer);
        }
    }

    private static List<String> asked(AuthorisationTable.Line line) {
        List<String> paths = new ArrayList<>(List.of(line.what()));
        line.named().forEach(way -> {
            Map<String, String> values = new LinkedHashMap<>(way.values());
            paths.add(line.what()
                    + values.entrySet().stream()
                            .map(value -> value.getKey() + "=" + Things.filled(value.getValue(), foreign, own))
                            .collect(Collectors.joining("&", "?", "")));
        });
        return paths;
    }

    private static String outcome(PageClient.Answer answer) {
        if (answer.status() == 302) {
            return answer.location().contains("/sign-in.xhtml") ? AuthorisationTable.SIGN_IN : AuthorisationTable.START;
        }
        return answer.status() == 200 ? AuthorisationTable.YES : Integer.toString(answer.status());
    }
}
