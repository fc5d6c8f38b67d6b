package org.switchroom.web.support;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A line of a CSV file (RFC 4180), each cell in quotes. A cell that a spreadsheet would take for a formula begins with an apostrophe, so
 * that it is shown and not run.
 */
public final class CsvLine {
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvLine() {}

    /** @param cells null is empty */
    public static String of(Object... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        String safe = text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
