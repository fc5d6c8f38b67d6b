package org.switchroom.system.attack;

import java.util.ArrayList;
import java.util.List;

/** Reads a CSV file as a spreadsheet does (RFC 4180). */
final class Cells {
    private static final String STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private Cells() {}

    /** All cells of all lines, one behind the other. */
    static List<String> of(String csv) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = csv.startsWith("\uFEFF") ? 1 : 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            boolean quotes = c == '"';
            if (quotes && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (quotes) {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Those that a spreadsheet would compute; some skip the blanks in front. */
    static List<String> formulas(String csv) {
        return of(csv).stream()
                .filter(cell ->
                        !cell.isBlank() && STARTS.indexOf(withoutBlanks(cell).charAt(0)) >= 0)
                .toList();
    }

    private static String withoutBlanks(String cell) {
        return cell.replaceFirst("^ +", "");
    }
}
