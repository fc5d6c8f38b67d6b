package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.switchroom.system.Administrator;
import org.switchroom.system.LeavesNothingBehind;
import org.switchroom.system.RestClient;

/** Every operation of the API, as the running server describes it, called by everybody: with a token of each role and without one (ASVS v5.0.0-8.2). */
@Order(22)
@ExtendWith(LeavesNothingBehind.class)
class AuthorisationIT {
    private static final AuthorisationTable TABLE = AuthorisationTable.read();
    private static final List<String> SCOPED = List.of("agent", "receptionist", "supervisor", "api");
    private static final List<String> OF_NO_GROUP = List.of("supervisor", "api");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    /** What says that the request never came to the operation. */
    private static final Set<Integer> PROBED_WRONGLY = Set.of(405, 406, 415);

    private static Map<String, Operation> operations;
    private static People people;
    private static Things own;
    private static Things foreign;

    @BeforeAll
    static void prepare() throws SQLException {
        Things.leave();
        people = new People();
        own = Things.own();
        foreign = Things.ofAnotherGroup();
        operations =
                Operation.in(Administrator.rest().get("/api/v1/openapi.json").json());
    }

    @AfterAll
    static void leave() throws SQLException {
        Things.leave();
        People.leave();
    }

    @Test
    void hasALineForEachOperationThatTheServerDescribes() {
        assertEquals(
                new TreeMap<>(operations).keySet(),
                TABLE.operations().stream()
                        .map(AuthorisationTable.Line::what)
                        .collect(Collectors.toCollection(TreeSet::new)),
                "see AuthorisationTableTest for the lines to add");
    }

    @Test
    void givesEachRoleWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        byOperation()
                .forEach((what, line) -> line.cells().forEach((who, cell) -> {
                    Probe probe = Probe.ofNothing(operations.get(what));
                    RestClient.Answer answer = probe.by(people.token(who));
                    if (!fits(cell, answer.status())) {
                        wrong.add("%s by %s: %s in the table, but %s".formatted(probe, who, cell, answer));
                    }
                }));

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void doesNotKnowAnotherGroupsThings() {
        List<String> wrong = new ArrayList<>();
        SCOPED.forEach(role -> named((line, probe) -> {
            String expected = line.cell(role).equals(AuthorisationTable.YES) ? "404" : line.cell(role);
            RestClient.Answer answer = probe.by(people.token(role));
            if (!expected.equals(Integer.toString(answer.status()))) {
                wrong.add("%s by %s: %s expected, but %s".formatted(probe, role, expected, answer));
            }
        }));

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void knowsNothingForAPersonOrATokenOfNoGroup() {
        List<String> wrong = new ArrayList<>();
        OF_NO_GROUP.forEach(role -> List.of(own, foreign)
                .forEach(things -> named(things, (line, probe) -> {
                    RestClient.Answer answer = probe.by(people.token(role + "-of-none"));
                    if (!REFUSALS.contains(answer.status())) {
                        wrong.add("%s by %s of no group: %s".formatted(probe, role, answer));
                    }
                })));

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    /** Else the two tests above would be content with a server that knows nothing at all. */
    @Test
    void knowsTheOwnGroupsThings() {
        List<String> wrong = new ArrayList<>();
        OF_NO_GROUP.forEach(role -> named(own, (line, probe) -> {
            if (probe.operation().isRead() && line.cell(role).equals(AuthorisationTable.YES)) {
                RestClient.Answer answer = probe.by(people.token(role));
                if (answer.status() != 200) {
                    wrong.add("%s by %s: %s".formatted(probe, role, answer));
                }
            }
        }));

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void listsNothingOfAnotherGroup() {
        List<String> shown = new ArrayList<>();
        for (String who : List.of("supervisor", "api", "supervisor-of-none", "api-of-none")) {
            for (Operation operation : operations.values()) {
                if (operation.isRead()) {
                    Probe probe = Probe.ofNothing(operation);
                    RestClient.Answer answer = probe.by(people.token(who));
                    if (answer.response().body().contains(Things.MARK)) {
                        shown.add("%s by %s: %s".formatted(probe, who, answer));
                    }
                }
            }
        }

        assertEquals(List.of(), shown);
    }

    @Test
    void aTokenDoesNoMoreThanItIsFor() {
        String admin = People.account("admin");
        RestClient reading = new RestClient(Administrator.newToken(admin, false, null));
        RestClient ofLeads = new RestClient(Administrator.newToken(admin, true, "leads"));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations.values()) {
            Probe probe = Probe.ofNothing(operation);
            boolean open = operation.roles().isEmpty();
            boolean ofLead = operation.path().matches("/api/v1/leads(/.*)?");
            for (RestClient caller : List.of(reading, ofLeads)) {
                boolean may = open || (caller == reading ? operation.isRead() : ofLead);
                RestClient.Answer answer = probe.by(caller);
                if (!fits(may ? AuthorisationTable.YES : "403", answer.status())) {
                    wrong.add("%s %s: %s".formatted(probe, may ? "is in its scope" : "is out of its scope", answer));
                }
            }
        }

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private interface Check {
        void of(AuthorisationTable.Line line, Probe probe);
    }

    private static void named(Check check) {
        named(foreign, check);
    }

    private static void named(Things things, Check check) {
        byOperation()
                .forEach((what, line) ->
                        line.named().forEach(way -> check.of(line, Probe.of(operations.get(what), way, things, own))));
    }

    private static Map<String, AuthorisationTable.Line> byOperation() {
        Map<String, AuthorisationTable.Line> lines = new TreeMap<>();
        TABLE.operations().stream()
                .filter(line -> operations.containsKey(line.what()))
                .forEach(line -> lines.put(line.what(), line));
        return lines;
    }

    private static boolean fits(String cell, int status) {
        return cell.equals(AuthorisationTable.YES)
                ? status < 500 && !PROBED_WRONGLY.contains(status) && status != 401 && status != 403
                : cell.equals(Integer.toString(status));
    }
}
