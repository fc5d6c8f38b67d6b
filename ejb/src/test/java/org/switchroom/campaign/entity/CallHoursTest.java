package org.switchroom.campaign.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Week plan, law of a state and holidays together. 2026-12-21 is a Monday. */
class CallHoursTest {
    private static final CallHours HOURS = CallTime.hours(values());

    @ParameterizedTest
    @CsvSource({
        "2026-12-21T08:59, '',    false, WEEK_PLAN, 2026-12-21T09:00",
        "2026-12-21T09:00, '',    true,  OPEN,      2026-12-21T12:00",
        "2026-12-21T12:30, '',    false, WEEK_PLAN, 2026-12-21T13:00",
        "2026-12-21T20:59, '',    true,  OPEN,      2026-12-21T21:00",
        "2026-12-21T21:00, '',    false, WEEK_PLAN, 2026-12-22T09:00",
        "2026-12-21T19:59, US-FL, true,  OPEN,      2026-12-21T20:00",
        "2026-12-21T20:00, US-FL, false, STATE,     2026-12-22T09:00",
        "2026-12-21T20:00, US-GA, true,  OPEN,      2026-12-21T21:00",
        "2026-12-24T11:00, '',    true,  OPEN,      2026-12-24T12:00",
        "2026-12-24T13:00, '',    false, HOLIDAY,   2026-12-26T10:00",
        "2026-12-25T10:00, US-FL, false, HOLIDAY,   2026-12-26T10:00",
        "2026-12-26T17:59, '',    true,  OPEN,      2026-12-26T18:00",
        "2026-12-27T12:00, '',    false, WEEK_PLAN, 2026-12-28T09:00",
        "2026-12-26T12:00, US-LA, false, STATE,     2026-12-28T09:00",
    })
    void isOpenWhereAllAgree(
            LocalDateTime at, String state, boolean open, CallHours.Because because, LocalDateTime changes) {
        assertEquals(new CallHours.Verdict(open, because, Optional.of(changes)), HOURS.at(at, state));
    }

    @Test
    void isOpenOverMidnight() {
        Map<String, String> values = values();
        values.replaceAll((id, value) -> id.endsWith("day") ? "00:00-24:00" : "");
        CallHours always = CallTime.hours(values);

        assertEquals(
                new CallHours.Verdict(true, CallHours.Because.OPEN, Optional.empty()),
                always.at(LocalDateTime.parse("2026-12-21T23:59"), ""));
    }

    @Test
    void tellsTheHoursOfADay() {
        assertEquals(
                "09:00-12:00, 13:00-20:00",
                HOURS.of(LocalDate.parse("2026-12-21"), "US-FL").toString());
        assertEquals("", HOURS.of(LocalDate.parse("2026-12-25"), "").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "monday   | 9-21                               | NO_HOURS",
                "monday   | 12:00-09:00                        | NO_HOURS",
                "monday   | 09:00-13:00, 12:00-14:00           | NO_HOURS",
                "monday   | 09:00-24:01                        | NO_HOURS",
                "holidays | 2026-02-29 closed Leap             | NO_HOLIDAY",
                "holidays | 25 December                        | NO_HOLIDAY",
                "holidays | 2026-12-25 10:00-09:00 Backwards   | NO_HOLIDAY",
                "states   | Florida mon-sat 08:00-20:00        | NO_STATE_HOURS",
                "states   | US-FL sat-mon 08:00-20:00          | NO_STATE_HOURS",
            })
    void refusesWhatIsNoTimeTable(String field, String given, Rule rule) {
        Setting setting = PartKind.CALL_TIME.fields().stream()
                .filter(each -> each.id().equals(field))
                .findFirst()
                .orElseThrow();

        assertEquals(Optional.of(rule), setting.check(given).map(Violation::rule));
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        PartKind.CALL_TIME.fields().forEach(field -> values.put(field.id(), "09:00-12:00, 13:00-21:00"));
        values.put("saturday", "10:00-18:00");
        values.put("sunday", "");
        values.put("holidays", "2026-12-24 09:00-12:00 Christmas Eve\n2026-12-25 closed Christmas");
        values.put("states", "US-FL mon-sun 08:00-20:00\nUS-LA sat-sun closed");
        return values;
    }
}
