package org.switchroom.endpoint.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;

class DialGrammarTest {
    private final DialGrammar grammar = new DialGrammar(DialPlanSnapshot.of(
            List.of(
                    Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "\\+?(1555|9990)[0-9]{2,16}"),
                    Endpoint.phone("pbx1", Technology.PJSIP, "agent1"),
                    disabled(Endpoint.phone("pbx1", Technology.PJSIP, "agent2")),
                    Endpoint.trunk("pbx1", Technology.IAX2, "branch", "[0-9]{3,15}"),
                    Endpoint.phone("pbx1", Technology.IAX2, "reception"),
                    Endpoint.trunk("pbx1", Technology.DAHDI, "g1", "[0-9]{3,15}"),
                    Endpoint.trunk("pbx1", Technology.DAHDI, "i2", "[0-9]{3,15}"),
                    Endpoint.phone("pbx1", Technology.DAHDI, "25")),
            List.of(
                    new AllowedContext("*", "switchroom-echo", "s"),
                    new AllowedContext("pbx1", "office", "[1-9][0-9]{2}"),
                    new AllowedContext("pbx1", "office", "\\*98"))));

    private static Endpoint disabled(Endpoint endpoint) {
        endpoint.disable();
        return endpoint;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PJSIP/15551230@carrier",
                "PJSIP/+15551230@carrier",
                "PJSIP/99901234567890123456@carrier",
                "PJSIP/agent1",
                "IAX2/branch/15551230",
                "IAX2/reception",
                "DAHDI/g1/15551230",
                "DAHDI/i2/15551230",
                "DAHDI/25",
                "Local/s@switchroom-echo",
                "Local/205@office",
                "Local/*98@office"
            })
    void spellsWhatIsAllowedAnew(String text) {
        assertEquals(text, grammar.foreign("pbx1", text).spelled());
    }

    @Test
    void knowsWhatItDials() {
        DialString dialled = grammar.foreign("pbx1", "PJSIP/15551230@carrier");

        assertEquals(Technology.PJSIP, dialled.technology());
        assertEquals("carrier", dialled.endpoint());
        assertEquals("15551230", dialled.digits().orElseThrow());
        assertFalse(dialled.isLocal());
        assertTrue(grammar.foreign("pbx1", "Local/s@switchroom-echo").isLocal());
    }

    @Test
    void keepsServersApart() {
        assertThrows(DialRefusedException.class, () -> grammar.foreign("pbx2", "PJSIP/15551230@carrier"));
        assertThrows(DialRefusedException.class, () -> grammar.foreign("pbx2", "Local/205@office"));
        assertEquals(
                "Local/s@switchroom-echo",
                grammar.foreign("pbx2", "Local/s@switchroom-echo").spelled());
    }

    @Test
    void refusesWhatIsDisabled() {
        DialRefusedException refused =
                assertThrows(DialRefusedException.class, () -> grammar.foreign("pbx1", "PJSIP/agent2"));

        assertEquals("phone 'agent2' is disabled on pbx1", refused.getMessage());
    }

    @Test
    void refusesDigitsForAPhone() {
        assertTrue(assertThrows(DialRefusedException.class, () -> grammar.foreign("pbx1", "PJSIP/1@agent1"))
                .getMessage()
                .contains("takes no digits"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIP/branch/15551230|technology 'SIP' at position 1",
                "IAX2/user@branch/15551230|an @ at position 10",
                "IAX2/branch/15551230@default|an @ at position 21",
                "IAX2/branch/15551230/options|a third slash at position 21",
                "IAX2/branch|is a trunk and needs digits: IAX2/branch/<digits>",
                "IAX2/branch/|no digits after the second slash at position 13",
                "IAX2/branch/12|is not among the digits allowed",
                "IAX2/branch/12w34|character 'w' at position 15 is no digit",
                "IAX2/reception/15551230|is a phone and takes no digits: IAX2/reception",
                "IAX2/somewhere.example/15551230|there is no trunk 'somewhere.example' of technology 'IAX2'",
                "IAX2/carrier/15551230|there is no trunk 'carrier' of technology 'IAX2'",
                "DAHDI/g2/15551230|there is no trunk 'g2' of technology 'DAHDI'",
                "DAHDI/g1/15551230/c|a third slash at position 18",
                "DAHDI/25c|there is no phone '25c' of technology 'DAHDI'",
                "PJSIP/15551230@g1|there is no trunk 'g1' on pbx1"
            })
    void saysWhatIsWrongWithADestination(String text, String reason) {
        DialRefusedException refused = assertThrows(DialRefusedException.class, () -> grammar.foreign("pbx1", text));

        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void spellsATrunkAndANumberAsEachTechnologyDialsThem() {
        assertEquals("PJSIP/15551230@carrier", DialString.typed(Technology.PJSIP, "carrier", "15551230"));
        assertEquals("IAX2/branch/15551230", DialString.typed(Technology.IAX2, "branch", "15551230"));
        assertEquals("DAHDI/g1/15551230", DialString.typed(Technology.DAHDI, "g1", "15551230"));
    }

    @Test
    void letsOurOwnCodeUseOurOwnContexts() {
        assertEquals(
                "Local/100@swr-rec/n",
                grammar.own("pbx1", "Local/100@swr-rec/n").spelled());
        assertEquals(
                "Local/100@swr-rec", grammar.own("pbx1", "Local/100@swr-rec").spelled());
        assertThrows(DialRefusedException.class, () -> grammar.own("pbx1", "Local/100@default"));
        assertThrows(DialRefusedException.class, () -> grammar.own("pbx1", "Local/${X}@swr-rec"));
        assertThrows(DialRefusedException.class, () -> grammar.own("pbx1", "PJSIP/15551230@nowhere"));
    }

    @Test
    void lets10000RandomNumbersNoFurtherThanTheList() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            String digits = random.ints(1 + random.nextInt(25), 0, 12)
                    .mapToObj(d -> "0123456789*#".substring(d, d + 1))
                    .reduce("", String::concat);
            boolean onTheList = digits.matches("(1555|9990)[0-9]{2,16}");
            assertEquals(onTheList, passes("PJSIP/" + digits + "@carrier"), () -> digits + ", seed " + seed);
        }
    }

    private boolean passes(String text) {
        try {
            return grammar.foreign("pbx1", text).spelled().equals(text);
        } catch (DialRefusedException e) {
            return false;
        }
    }
}
