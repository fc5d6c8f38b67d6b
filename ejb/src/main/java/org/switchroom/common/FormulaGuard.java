package org.switchroom.common;

/**
 * Texts that a spreadsheet would take for a formula. In a CSV file they get an apostrophe in front, by which spreadsheets know a text; our
 * own reader takes it away again, so that what goes out comes back as it was.
 */
public final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /** The cell that shows this text and computes nothing. */
    public static String guarded(String text) {
        return text != null && isFormula(text) ? "'" + text : text;
    }

    /** The text that was guarded. */
    public static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Also behind blanks, which some programs skip. */
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0;
    }
}
