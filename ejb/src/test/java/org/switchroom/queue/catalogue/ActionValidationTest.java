package org.switchroom.queue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.ami.AmiAction;

class ActionValidationTest {
    private static final String CALL =
            "\"Channel\":\"PJSIP/15551230@carrier\",\"Context\":\"switchroom-echo\",\"Exten\":\"s\",\"Priority\":\"1\"";

    private final ActionValidation validation = ExampleHouse.validation();

    @Test
    void spellsAnOriginateWithWhatSwitchroomAdds() {
        ValidAction action = accept("originate", "{" + CALL.replace("Channel", "cHANNEL") + "}");

        assertEquals("""
                Originate
                Channel: PJSIP/15551230@carrier
                Context: switchroom-echo
                Exten: s
                Priority: 1
                Async: true
                ChannelId: swr-7
                Timeout: 30000
                Variable: __SWR_CALL=swr-7""", wire(action.toAmiAction("swr-7")));
        assertEquals("carrier", action.dialled().orElseThrow().endpoint());
        assertEquals(Duration.ofSeconds(35), action.settleWithin());
    }

    @Test
    void givesTheSecondHalfOfLocalAnIdToo() {
        ValidAction action =
                accept("Originate", "{" + CALL.replace("PJSIP/15551230@carrier", "Local/s@switchroom-wait") + "}");

        assertTrue(wire(action.toAmiAction("swr-7")).contains("ChannelId: swr-7\nOtherChannelId: swr-7-b\n"));
    }

    @Test
    void keepsEverythingElseAsItWasGiven() {
        ValidAction action = accept(
                "Originate",
                "{" + CALL
                        + ",\"Timeout\":8000,\"CallerID\":\"Zo\u00eb: Sales <+15551230>\",\"Account\":\"acme\",\"EarlyMedia\":\"false\","
                        + "\"Codecs\":\"ulaw,alaw\",\"Variable\":[\"X_A=1\",\"X_B=a: b=c\",\"X_C=\"]}");

        String wire = wire(action.toAmiAction("swr-7"));

        assertTrue(wire.contains("CallerID: \"Zo\u00eb: Sales\" <+15551230>\n"), wire);
        assertTrue(wire.contains("Variable: X_A=1\nVariable: X_B=a: b=c\nVariable: X_C=\n"), wire);
        assertTrue(wire.endsWith("Variable: __SWR_CALL=swr-7"), wire);
        assertEquals(Duration.ofSeconds(13), action.settleWithin());
    }

    @Test
    void takesAsManyHeadersAsTheWireCarries() {
        List<String> variables = variables(111);
        ValidAction action = validation.validate(new Submission(
                "pbx1", "Originate", "{" + CALL + ",\"Variable\":" + json(variables) + "}", null, null, null, false));

        assertTrue(action.toAmiAction("swr-7").headers().size() <= AmiAction.MAX_HEADERS);
        refuse("Originate", "{" + CALL + ",\"Variable\":" + json(variables(112)) + "}", RefusalRule.TOO_MANY_HEADERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    Hangup ! {"Channel":"swr-2","Cause":16} ! Hangup|Channel: swr-2|Cause: 16
                    HANGUP ! {"channel":"PJSIP/carrier-00000002"} ! Hangup|Channel: PJSIP/carrier-00000002|Cause: 16
                    Redirect ! {"Channel":"swr-1","Context":"switchroom-wait","Exten":"s","Priority":1} ! Redirect|Channel: swr-1|Context: switchroom-wait|Exten: s|Priority: 1
                    PlayDTMF ! {"Channel":"swr-1","Digit":"#","Duration":"120"} ! PlayDTMF|Channel: swr-1|Digit: #|Duration: 120
                    Setvar ! {"Channel":"swr-1","Variable":"X_A","Value":""} ! Setvar|Channel: swr-1|Variable: X_A|Value: @
                    ConfbridgeMute ! {"Conference":"100","Channel":"swr-1"} ! ConfbridgeMute|Conference: 100|Channel: PJSIP/carrier-00000001
                    QueueAdd ! {"Queue":"sales","Interface":"PJSIP/agent1","Penalty":0} ! QueueAdd|Queue: sales|Interface: PJSIP/agent1|Penalty: 0
                    Status ! {} ! Status
                    ping ! {} ! Ping
                    """)
    void spellsOtherActionsAsTheCatalogueDoes(String name, String headers, String wire) {
        assertEquals(
                wire.replace('|', '\n').replace("@", ""),
                wire(accept(name, headers).toAmiAction("swr-7")));
    }

    @Test
    void movesOnlyAnsweredChannels() {
        ActionRefusedException refused = refuse(
                "Redirect",
                "{\"Channel\":\"swr-2\",\"Context\":\"switchroom-wait\",\"Exten\":\"s\",\"Priority\":1}",
                RefusalRule.CHANNEL_NOT_UP);

        assertTrue(refused.getMessage().contains("is 'Ringing'"), refused.getMessage());
    }

    @Test
    void namesTheSecondPlaceOfARedirectAsAWhole() {
        String both = "{\"Channel\":\"swr-1\",\"Context\":\"switchroom-wait\",\"Exten\":\"s\",\"Priority\":1,";

        refuse("Redirect", both + "\"ExtraContext\":\"switchroom-echo\"}", RefusalRule.HEADER_MISSING);
        refuse(
                "Redirect",
                both + "\"ExtraContext\":\"switchroom-echo\",\"ExtraExten\":\"s\",\"ExtraPriority\":1}",
                RefusalRule.HEADER_MISSING);
        refuse("Redirect", both + "\"ExtraChannel\":\"swr-9\"}", RefusalRule.NO_SUCH_CHANNEL);
        accept(
                "Redirect",
                both
                        + "\"ExtraChannel\":\"swr-1\",\"ExtraContext\":\"switchroom-echo\",\"ExtraExten\":\"s\",\"ExtraPriority\":1}");
    }

    @Test
    void looksForChannelsAndPlacesOnTheServerOfTheRowOnly() {
        assertEquals(
                RefusalRule.NO_SUCH_CHANNEL,
                assertThrows(
                                ActionRefusedException.class,
                                () -> validation.validate(
                                        Submission.foreign("pbx2", "Hangup", "{\"Channel\":\"swr-1\"}")))
                        .rule());
        assertEquals(
                RefusalRule.DESTINATION_NOT_ALLOWED,
                assertThrows(
                                ActionRefusedException.class,
                                () -> validation.validate(Submission.foreign("pbx2", "Originate", "{" + CALL + "}")))
                        .rule());
    }

    @Test
    void saysWhichClassIsMissing() {
        ActionRefusedException refused = assertThrows(
                ActionRefusedException.class,
                () -> validation.validate(Submission.foreign("pbx2", "CoreShowChannels", "{}")));

        assertEquals(
                "action: CoreShowChannels needs the class reporting or system, which the AMI user on pbx2 does not hold.",
                refused.getMessage());
    }

    @Test
    void keepsOurContextsAndVariablesForOurOwnCode() {
        Map<String, Object> headers = Map.of(
                "Channel", "Local/100@swr-rec/n",
                "Context", "swr-recfile",
                "Exten", "s",
                "Priority", 1,
                "Variable", List.of("__SWR_CALL=swr-3", "SWR_FILE=a.wav"));

        ValidAction action = validation.validate(Submission.own("pbx1", "Originate", headers));

        List<String> variables = action.toAmiAction("swr-7").headers().stream()
                .filter(h -> h.name().equals("Variable"))
                .map(AmiAction.Header::value)
                .toList();
        assertEquals(List.of("__SWR_CALL=swr-3", "SWR_FILE=a.wav"), variables);
        refuse("Originate", "{" + CALL + ",\"Variable\":\"SWR_FILE=a.wav\"}", RefusalRule.VARIABLE_NOT_ALLOWED);
        refuse("Originate", "{" + CALL.replace("switchroom-echo", "swr-out") + "}", RefusalRule.CONTEXT_NOT_ALLOWED);
    }

    @Test
    void leavesCancellingToTheQueue() {
        ValidAction cancel = accept("switchroomcancel", "{\"Id\":42}");

        assertEquals("42", cancel.value("Id").orElseThrow());
        assertTrue(cancel.spec().pseudo());
        assertThrows(IllegalStateException.class, () -> cancel.toAmiAction("swr-7"));
    }

    @Test
    void refusesPrioritiesAndTimesThatMakeNoSense() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");

        assertEquals("priority", refusedField(new Submission("pbx1", "Ping", "{}", 10, null, null, false)));
        assertEquals("priority", refusedField(new Submission("pbx1", "Ping", "{}", -1, null, null, false)));
        assertEquals("expires_at", refusedField(new Submission("pbx1", "Ping", "{}", 0, noon, noon, false)));
        assertEquals("action", refusedField(new Submission(null, null, null, null, null, null, false)));
    }

    @Test
    void refusesMoreThan128Kibibytes() {
        refuse("Ping", " ".repeat(128 * 1024) + "{}", RefusalRule.HEADERS_TOO_LARGE);
        refuse("Ping", "{\"A\":\"" + "\u65e5".repeat(50_000) + "\"}", RefusalRule.HEADERS_TOO_LARGE);
    }

    @Test
    void refusesAnIdThatIsNone() {
        ValidAction action = accept("Originate", "{" + CALL + "}");

        assertThrows(IllegalArgumentException.class, () -> action.toAmiAction("a\r\nb"));
    }

    private ValidAction accept(String action, String headers) {
        return validation.validate(Submission.foreign("pbx1", action, headers));
    }

    private ActionRefusedException refuse(String action, String headers, RefusalRule rule) {
        ActionRefusedException refused = assertThrows(ActionRefusedException.class, () -> accept(action, headers));
        assertEquals(rule, refused.rule(), refused.getMessage());
        return refused;
    }

    private String refusedField(Submission submission) {
        return assertThrows(ActionRefusedException.class, () -> validation.validate(submission))
                .field();
    }

    private static List<String> variables(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "X_V" + i + "=1")
                .toList();
    }

    private static String json(List<String> values) {
        return values.stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String wire(AmiAction action) {
        return action.headers().stream()
                .map(h -> "\n" + h.name() + ": " + h.value())
                .collect(Collectors.joining("", action.name(), ""));
    }
}
