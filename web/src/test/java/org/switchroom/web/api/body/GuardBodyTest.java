package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.Rate;

class GuardBodyTest {
    @Test
    void whatIsNotGivenHasItsDefault() {
        assertEquals(GuardSettings.OFF, GuardBody.read("{}"));
    }

    @Test
    void readsLimitsAndRatesAndSaysThemAgain() {
        GuardSettings read = GuardBody.read("""
                {"enforced":true,"home_country":"DE","caps":{"all":{"spend_per_day":100.5},
                 "trunk/pbx1/PJSIP/carrier":{"concurrent_calls":30},"group/Night shift":{"calls_per_minute":5}},
                 "rates":["+4915 0.19","+49 0.02"]}""");

        assertEquals(
                List.of("all - - - - 100.5", "group/Night shift 5 - - - -", "trunk/pbx1/PJSIP/carrier - - - 30 -"),
                read.caps().stream().map(Cap::text).toList());
        assertEquals(
                List.of("+49 0.02", "+4915 0.19"),
                read.rates().stream().map(Rate::text).toList());
        assertEquals(List.of(), read.violations());
        assertEquals(read.fields(), GuardSettings.of(read.fields()).fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"enforced\":1}",
                "{\"reading\":\"LOCAL\"}",
                "{\"caps\":{\"everybody\":{}}}",
                "{\"caps\":{\"all\":{\"calls\":1}}}",
                "{\"caps\":{\"all\":5}}",
                "{\"rates\":[\"+49\"]}",
                "{\"rates\":[\"+49 -1\"]}",
                "{\"default_rate\":\"1\"}"
            })
    void refusesWhatItCantRead(String body) {
        assertThrows(BodyRefusedException.class, () -> GuardBody.read(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"enforced\":true}",
                "{\"home_country\":\"Germany\"}",
                "{\"caps\":{\"all\":{\"calls_per_day\":-1}}}",
                "{\"caps\":{\"group/\":{}}}",
                "{\"rates\":[\"0049 1\"]}",
                "{\"internal_digits\":40}",
                "{\"default_rate\":0.00001}"
            })
    void saysWhatCantBe(String body) {
        assertEquals(1, GuardBody.read(body).violations().size());
    }

    @Test
    void readsWhatIsOpened() {
        GuardBody.NewUnlock read = GuardBody.readUnlock(
                "{\"group\":\"Sales\",\"destination\":\"+881\",\"until\":\"2026-11-30T12:00:00.000Z\"}");

        assertEquals("+881", read.destination());
        assertThrows(
                BodyRefusedException.class,
                () -> GuardBody.readUnlock("{\"group\":\"Sales\",\"destination\":\"+881\"}"));
    }
}
