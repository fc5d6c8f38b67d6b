package org.switchroom.system.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table has a line for each operation that the API's document describes and for each page and servlet that there is; needs no server. */
class AuthorisationTableTest {
    private static final Path WEB = Path.of("../web/src/main").normalize();
    private static final Path PAGES = WEB.resolve("webapp");
    private static final Path DOCUMENT = WEB.resolve("resources/org/switchroom/web/api/openapi.json");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(\"([^\"]+)\"\\)");
    private static final Set<String> CELLS = Set.of("401", "403", "404", "409", "yes", "sign-in", "start");
    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    @Test
    void hasALineForEachOperationAndEachPage() throws IOException {
        Set<String> there = new TreeSet<>(operations().keySet());
        there.addAll(pages());
        there.addAll(servlets());

        List<String> wrong = new ArrayList<>();
        there.stream()
                .filter(what -> !TABLE.lines().containsKey(what))
                .forEach(what -> wrong.add("add a line to authorisation.txt: " + suggested(what)));
        TABLE.lines().keySet().stream()
                .filter(what -> !there.contains(what))
                .forEach(what -> wrong.add("remove this line from authorisation.txt, it is gone: " + what));

        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    @Test
    void saysOfEachOperationWhatItsDocumentSays() throws IOException {
        Map<String, Operation> operations = operations();
        List<String> wrong = new ArrayList<>();
        TABLE.operations().stream()
                .filter(line -> operations.containsKey(line.what()))
                .forEach(line -> line.cells().forEach((who, cell) -> {
                    String documented = operations.get(line.what()).expected(who);
                    if (!cell.equals(documented)) {
                        wrong.add(
                                "%s for %s: %s here, %s in the document".formatted(line.what(), who, cell, documented));
                    }
                }));

        assertEquals(List.of(), wrong);
    }

    @Test
    void knowsTheWordOfEachCell() {
        TABLE.lines().values().forEach(line -> {
            Set<String> unknown = new TreeSet<>(line.cells().values());
            unknown.removeAll(CELLS);
            assertEquals(Set.of(), unknown, line.what());
        });
    }

    /** What names no campaign by a list, lead or campaign in its path may say so; what does may not. */
    @Test
    void saysHowEachOperationOnSomethingOfACampaignNamesIt() {
        Pattern ofCampaign = Pattern.compile("\\S+ /api/v1/(campaigns|lead-lists|leads|loads|callbacks)/\\{id}.*");

        assertEquals(
                List.of(),
                TABLE.operations().stream()
                        .filter(line -> ofCampaign.matcher(line.what()).matches())
                        .filter(line -> line.named().isEmpty())
                        .map(AuthorisationTable.Line::what)
                        .toList());
    }

    private static String suggested(String what) {
        boolean page = what.startsWith("/");
        if (page) {
            return what + " | sign-in | 403 | 403 | 403 | yes | 403 | -   (who may see it? see web.xml)";
        }
        try {
            Operation operation = operations().get(what);
            StringBuilder line = new StringBuilder(what)
                    .append(" | ")
                    .append(operation.expected(AuthorisationTable.NOBODY))
                    .append(" | ");
            AuthorisationTable.ROLES.forEach(
                    role -> line.append(operation.expected(role)).append(" | "));
            return line.append("-   (or how it names something of a campaign)").toString();
        } catch (IOException e) {
            return what;
        }
    }

    private static Map<String, Operation> operations() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(DOCUMENT))) {
            JsonObject document = reader.readObject();
            return Operation.in(document);
        }
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            Set<String> pages = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(page -> !page.startsWith("/WEB-INF/"))
                    .forEach(pages::add);
            return pages;
        }
    }

    private static Set<String> servlets() throws IOException {
        try (Stream<Path> files = Files.walk(WEB.resolve("java"))) {
            Set<String> paths = new TreeSet<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                SERVLET.matcher(Files.readString(file)).results().forEach(found -> paths.add(found.group(1)));
            }
            return paths;
        }
    }
}
