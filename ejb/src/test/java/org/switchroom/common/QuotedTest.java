package org.switchroom.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void spellsWhatCannotBeSeen() {
        assertEquals("'aU+000DU+000AbU+202EcU+D800'", Quoted.text("a\r\nb\u202ec\ud800"));
    }

    @Test
    void keepsLettersOfAnyScript() {
        assertEquals("'Zo\u00eb \u65e5\u672c'", Quoted.text("Zo\u00eb \u65e5\u672c"));
    }

    @Test
    void cutsLongTexts() {
        assertEquals("'" + "a".repeat(60) + "...'", Quoted.text("a".repeat(1000)));
    }

    @Test
    void knowsExtensions() {
        assertTrue(Extension.isValid("*98"));
        assertTrue(Extension.isValid("s"));
        assertFalse(Extension.isValid(""));
        assertFalse(Extension.isValid("${X}"));
        assertFalse(Extension.isValid("1".repeat(81)));
    }
}
