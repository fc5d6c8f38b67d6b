package org.switchroom.web.support;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.switchroom.common.FormulaGuard;

/**
 * A line of a CSV file (RFC 4180), each cell in quotes. A cell that a spreadsheet would take for a formula begins with an apostrophe, so
 * that it is shown and not run.
 */
public final class CsvLine {
    private CsvLine() {}

    /** @param cells null is empty */
    public static String of(Object... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String safe = FormulaGuard.guarded(value == null ? "" : value.toString());
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
