package org.switchroom.system.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may do what, as {@code authorisation.txt} says: a line for each operation of the API and each page. */
final class AuthorisationTable {
    static final String NOBODY = "nobody";
    static final List<String> ROLES = List.of("agent", "receptionist", "supervisor", "admin", "api");
    static final String YES = "yes";
    static final String SIGN_IN = "sign-in";
    static final String START = "start";

    private static final String FILE = "authorisation.txt";
    private static final Pattern WORD = Pattern.compile("([a-z_]+)=(\\S+)");

    private final Map<String, Line> lines = new LinkedHashMap<>();

    private AuthorisationTable(List<String> texts) {
        texts.stream()
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .map(AuthorisationTable::line)
                .forEach(line -> {
                    if (lines.put(line.what(), line) != null) {
                        throw new IllegalStateException(FILE + " has two lines for " + line.what());
                    }
                });
    }

    /**
     * One line.
     *
     * @param cells what each role and nobody get, by their names
     * @param named the ways in which a request names something of a campaign
     */
    record Line(String what, Map<String, String> cells, List<Named> named) {
        String cell(String who) {
            return cells.get(who);
        }

        boolean isPage() {
            return what.startsWith("/");
        }
    }

    /**
     * A request that names something of a campaign.
     *
     * @param values parameters of the path or, where that has none of this name, of the query
     * @param body empty if there is none
     */
    record Named(Map<String, String> values, String body) {}

    static AuthorisationTable read() {
        try (InputStream content = AuthorisationTable.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return new AuthorisationTable(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Line> lines() {
        return lines;
    }

    List<Line> pages() {
        return lines.values().stream().filter(Line::isPage).toList();
    }

    List<Line> operations() {
        return lines.values().stream().filter(line -> !line.isPage()).toList();
    }

    private static Line line(String text) {
        List<String> columns =
                Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        if (columns.size() != ROLES.size() + 3) {
            throw new IllegalStateException(FILE + " has a line of " + columns.size() + " columns: " + text);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(NOBODY, columns.get(1));
        for (int i = 0; i < ROLES.size(); i++) {
            cells.put(ROLES.get(i), columns.get(i + 2));
        }
        String named = columns.get(columns.size() - 1);
        return new Line(columns.get(0), cells, named.equals("-") ? List.of() : named(named));
    }

    private static List<Named> named(String text) {
        List<Named> ways = new ArrayList<>();
        for (String way : text.split("//")) {
            int at = way.indexOf('{');
            String words = at < 0 ? way : way.substring(0, at);
            Map<String, String> values = new LinkedHashMap<>();
            Matcher word = WORD.matcher(words);
            while (word.find()) {
                values.put(word.group(1), word.group(2));
            }
            ways.add(new Named(values, at < 0 ? "" : way.substring(at).strip().replace('\'', '"')));
        }
        return ways;
    }
}
