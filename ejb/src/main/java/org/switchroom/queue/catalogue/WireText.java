package org.switchroom.queue.catalogue;

import java.nio.charset.StandardCharsets;
import org.switchroom.ami.AmiAction;
import org.switchroom.common.Quoted;

/**
 * Which characters may stand in a value at all, whatever the header: none that ends a line on the wire, none that controls a terminal or
 * the direction of a text, and no half characters.
 */
final class WireText {

    private WireText() {}

    /** @throws ActionRefusedException naming character and position, or the length of the line */
    static void check(String field, String value) {
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (refused(c)) {
                throw new ActionRefusedException(
                        field,
                        RefusalRule.CHARACTER_NOT_ALLOWED,
                        "character %s at position %d is not allowed%s".formatted(Quoted.character(c), i + 1, why(c)));
            }
            i += Character.charCount(c);
        }
        int bytes = field.length() + 2 + value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > AmiAction.MAX_LINE_BYTES) {
            throw new ActionRefusedException(
                    field,
                    RefusalRule.LINE_TOO_LONG,
                    "the line has %d bytes, at most %d are allowed".formatted(bytes, AmiAction.MAX_LINE_BYTES));
        }
    }

    private static boolean refused(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> turnsText(c) || isNoCharacter(c);
        };
    }

    private static boolean turnsText(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
    }

    private static String why(int c) {
        if (c == '\r' || c == '\n') {
            return ": it would end the line on the wire";
        }
        return Character.getType(c) == Character.CONTROL ? ": control characters are refused" : "";
    }
}
