package org.switchroom.endpoint.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a@b", "a&b", "a/b", "${A}", "a\nb", "\u0430gent"})
    void refusesNamesThatWouldNotFitADialString(String name) {
        assertEquals(
                "name",
                assertThrows(InvalidEndpointException.class, () -> Endpoint.phone("pbx1", Technology.PJSIP, name))
                        .field());
    }

    @Test
    void givesATrunkNoDigitsThatItDidNotGet() {
        assertThrows(InvalidEndpointException.class, () -> Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", null));
    }

    @Test
    void keepsTheOldDigitsWhenNewOnesAreRefused() {
        Endpoint trunk = Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "[0-9]+");

        assertThrows(InvalidEndpointException.class, () -> trunk.allowDigits("(1+)+"));

        assertEquals(Optional.of("[0-9]+"), trunk.digitsPattern());
    }

    @Test
    void takesDigitsForTrunksOnly() {
        Endpoint phone = Endpoint.phone("pbx1", Technology.PJSIP, "agent1");

        assertThrows(InvalidEndpointException.class, () -> phone.allowDigits("[0-9]+"));
    }

    @Test
    void limitsOriginatesToWhatAServerCanDo() {
        Endpoint trunk = Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "[0-9]+");

        trunk.limitOriginates(7);

        assertEquals(7, trunk.maxOriginatesPerSecond().orElseThrow());
        assertThrows(InvalidEndpointException.class, () -> trunk.limitOriginates(0));
        trunk.unlimitOriginates();
        assertTrue(trunk.maxOriginatesPerSecond().isEmpty());
    }

    @Test
    void storesTechnologiesAsAsteriskSpellsThem() {
        TechnologyConverter converter = new TechnologyConverter();

        assertEquals("Local", converter.convertToDatabaseColumn(Technology.LOCAL));
        assertEquals(Technology.LOCAL, converter.convertToEntityAttribute("Local"));
        assertEquals(null, converter.convertToEntityAttribute("SIP"));
        assertEquals(EndpointKind.TRUNK, new EndpointKindConverter().convertToEntityAttribute("TRUNK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"swr-out", "SWR-out", "a b", "", "a,s,1"})
    void neverAllowsOurOwnContextsToOthers(String context) {
        assertThrows(InvalidEndpointException.class, () -> new AllowedContext("pbx1", context, "s"));
    }

    @Test
    void refusesContextsWithAPatternThatCannotBeTrusted() {
        assertThrows(InvalidEndpointException.class, () -> new AllowedContext("pbx1", "office", "(.*)*"));
        assertFalse(AllowedContext.isOwn("office"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier", "g", "g123", "x1", "1-2", "i1.2", "span1"})
    void refusesADahdiNameThatAsteriskCanNotDial(String name) {
        assertThrows(InvalidEndpointException.class, () -> Endpoint.trunk("pbx1", Technology.DAHDI, name, "[0-9]+"));
    }

    @Test
    void refusesALocalEndpointAndNamesTheWay() {
        InvalidEndpointException refused =
                assertThrows(InvalidEndpointException.class, () -> Endpoint.phone("pbx1", Technology.LOCAL, "205"));

        assertEquals("technology", refused.field());
        assertTrue(refused.getMessage().contains("allow its context instead"), refused.getMessage());
    }
}
