package org.switchroom.guard.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.guard.entity.Destination;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.Reading;
import org.switchroom.guard.entity.Target;

class NumberReadingTest {
    private final NumberReading international = new NumberReading(plan(Reading.INTERNATIONAL));
    private final NumberReading national = new NumberReading(plan(Reading.NATIONAL));

    @ParameterizedTest
    @CsvSource({
        "498912345678,+498912345678,DE,FIXED_LINE",
        "00498912345678,+498912345678,DE,FIXED_LINE",
        "+498912345678,+498912345678,DE,FIXED_LINE",
        "4915112345678,+4915112345678,DE,MOBILE",
        "498001234567,+498001234567,DE,TOLL_FREE",
        "447400123456,+447400123456,GB,MOBILE",
        "12125551234,+12125551234,US,FIXED_LINE_OR_MOBILE",
        "15551230000,+15551230000,ZZ,UNKNOWN"
    })
    void readsWhereTheCountryCodeComesFirst(String digits, String number, String country, String kind) {
        assertEquals(new Destination(number, country, kind, false), outside(international, digits));
    }

    @ParameterizedTest
    @CsvSource({
        "089123456,+4989123456,DE",
        "0044 7400123456,'',''",
        "00447400123456,+447400123456,GB",
        "015112345678,+4915112345678,DE"
    })
    void readsWhatIsDialledAtHome(String digits, String number, String country) {
        Destination to = outside(national, digits);

        assertEquals(number.isEmpty() ? Destination.unreadable(digits) : to, to);
        assertEquals(number.isEmpty() ? Destination.NOBODY_KNOWS : country, to.country());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "499001234567",
                "491371234567",
                "491805123456",
                "447012345678",
                "881612345678",
                "882161234567",
                "870123456789",
                "979123456789",
                "19005551234",
                "883510012345678"
            })
    void whatIsCostlyIsShut(String digits) {
        assertTrue(
                outside(international, digits).costly(),
                () -> outside(international, digits).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*72", "#31#498912345678", "0", "00", "498912345678901234", "+0", "49"})
    void whatIsNoNumberOfTheWorldIsNotGuessed(String digits) {
        Destination to = digits.length() <= 6 && digits.matches("[0-9]+")
                ? outside(new NumberReading(withoutExtensions()), digits)
                : outside(international, digits);

        assertFalse(to.isReadable(), to::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "110"})
    void emergenciesAreKnownThroughATrunkAndInTheDialplan(String digits) {
        assertTrue(outside(international, digits).isEmergency());
        assertTrue(national.read(new Target("Exten", digits, false)).isEmpty());
    }

    @Test
    void shortDigitsAreAnExtensionInsideAndAShortCodeThroughATrunk() {
        assertTrue(international.read(new Target("Exten", "1234", false)).isEmpty());
        assertTrue(international.read(new Target("Exten", "s", false)).isEmpty());
        assertTrue(international.read(new Target("Exten", "*98", false)).isEmpty());
        assertEquals("DE:SHORT_CODE", outside(international, "1234").spelled());
    }

    @Test
    void anExtensionThatLooksLikeANumberIsOne() {
        assertEquals(
                "DE",
                international
                        .read(new Target("Exten", "498912345678", false))
                        .orElseThrow()
                        .country());
        assertEquals(
                "GB",
                international
                        .read(new Target("Exten", "+447400123456", false))
                        .orElseThrow()
                        .country());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00*447400123456", "+44-7400-123456", "4474.00123456", "dial447400123456"})
    void anExtensionWithManyDigitsAndMoreBetweenIsNotGuessed(String exten) {
        assertFalse(international
                .read(new Target("Exten", exten, false))
                .orElseThrow()
                .isReadable());
    }

    private static Destination outside(NumberReading reading, String digits) {
        return reading.read(new Target("Channel", digits, true)).orElseThrow();
    }

    private static GuardPlan plan(Reading reading) {
        return new GuardPlan(true, "DE", reading, 6, "EUR", BigDecimal.ONE, 3);
    }

    private static GuardPlan withoutExtensions() {
        return new GuardPlan(true, "DE", Reading.INTERNATIONAL, 0, "EUR", BigDecimal.ONE, 3);
    }
}
