package org.switchroom.web.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void quotesEachCell() {
        assertEquals("\"a\",\"b \"\"c\"\"\",\"\",\"d,\r\ne\"\r\n", CsvLine.of("a", "b \"c\"", null, "d,\r\ne"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1"})
    void nothingIsTakenForAFormula(String text) {
        assertEquals("\"'" + text + "\"\r\n", CsvLine.of(text));
    }
}
