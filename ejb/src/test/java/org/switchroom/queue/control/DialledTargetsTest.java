package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.Target;

class DialledTargetsTest {
    @ParameterizedTest
    @CsvSource({
        "PJSIP/15551230@carrier,PJSIP/carrier,15551230,true",
        "IAX2/peer/4989123,IAX2/peer,4989123,true",
        "DAHDI/g1/4989123,DAHDI/g1,4989123,true",
        "Local/4989123@outside,'',4989123,false",
        "Local/4989123@outside/n,'',4989123,false"
    })
    void findsWhatAnOriginateDials(String channel, String trunk, String digits, boolean throughTrunk) {
        Dialling dialling = of("Originate", Map.of("Channel", channel, "Context", "swr-out", "Exten", "s"));

        assertEquals(trunk, dialling.trunk());
        assertEquals(List.of(new Target("Channel", digits, throughTrunk)), dialling.targets());
    }

    @Test
    void findsWhereAPhoneIsConnectedTo() {
        assertEquals(
                List.of(new Target("Exten", "4989123", false)),
                of("Originate", Map.of("Channel", "PJSIP/phone1", "Context", "outside", "Exten", "4989123"))
                        .targets());
    }

    @Test
    void findsBothPlacesOfARedirect() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Channel", "PJSIP/a-1");
        headers.put("Context", "outside");
        headers.put("Exten", "4989123");
        headers.put("ExtraContext", "outside");
        headers.put("ExtraExten", "447400");

        assertEquals(
                List.of(new Target("Exten", "4989123", false), new Target("ExtraExten", "447400", false)),
                of("Redirect", headers).targets());
    }

    @Test
    void ourOwnContextsLeadNowhereElse() {
        assertEquals(
                List.of(),
                of("Redirect", Map.of("Channel", "PJSIP/a-1", "Context", "swr-conf", "Exten", "8600051"))
                        .targets());
        assertEquals(
                List.of(),
                of("Originate", Map.of("Channel", "Local/8600051@swr-rec/n", "Context", "swr-recfile", "Exten", "s"))
                        .targets());
    }

    @Test
    void nothingElseDials() {
        assertEquals(
                List.of(), of("Hangup", Map.of("Channel", "PJSIP/4989@carrier")).targets());
    }

    private static Dialling of(String action, Map<String, String> headers) {
        return DialledTargets.of("pbx1", action, name -> Optional.ofNullable(headers.get(name)));
    }
}
