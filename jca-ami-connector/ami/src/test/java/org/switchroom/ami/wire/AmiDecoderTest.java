package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;

class AmiDecoderTest {
    private static final AmiLimits SMALL = new AmiLimits(40, 100, 5);

    private static AmiEvent event(String text) {
        Decoded decoded = Decoded.text(text);
        assertEquals(1, decoded.events.size(), decoded.story.toString());
        return decoded.events.get(0);
    }

    private static AmiResponse response(String text) {
        Decoded decoded = Decoded.text(text);
        assertEquals(1, decoded.responses.size(), decoded.story.toString());
        return decoded.responses.get(0);
    }

    @Test
    void tellsTheGreetingFirst() {
        assertEquals(List.of("Asterisk Call Manager/11.0.0"), Decoded.text("").banners);
    }

    @Test
    void keepsHeadersInOrderAndRepeatedOnes() {
        AmiEvent event = event("Event: Newchannel\r\nVariable: A=1\r\nChannel: X\r\nvariable: B=2\r\n\r\n");

        assertEquals("Newchannel", event.event());
        assertEquals(List.of("Event=Newchannel", "Variable=A=1", "Channel=X", "variable=B=2"), Decoded.headers(event));
        assertEquals(List.of("A=1", "B=2"), event.all("VARIABLE"));
        assertEquals(Optional.of("A=1"), event.first("variable"));
        assertEquals(Optional.empty(), event.first("Variabl"));
        assertEquals(Optional.empty(), event.first("Variables"));
        assertEquals("", event.text("Nothing"));
    }

    @Test
    void endsLinesAtCarriageReturnAndLineFeedOrBareLineFeed() {
        Decoded decoded = Decoded.text("Event: A\nX: 1\n\nEvent: B\r\nX: 2\n\r\nEvent: C\nX: 3\r\n\n");

        assertEquals(
                List.of("A", "B", "C"),
                decoded.events.stream().map(AmiEvent::event).toList());
        assertEquals(
                List.of("1", "2", "3"),
                decoded.events.stream().map(e -> e.text("X")).toList());
    }

    @Test
    void leavesALoneCarriageReturnInTheValue() {
        AmiEvent event = event("Event: A\r\nX: a\rAction: Originate\r\r\n\r\n");

        assertEquals("a\rAction: Originate\r", event.text("X"));
    }

    @Test
    void splitsALineAtTheFirstColonOnly() {
        AmiEvent event = event("Event: A\r\nCallerIDName: Evil: Action: Originate\r\nTight:x:y\r\nTwo:  z\r\n\r\n");

        assertEquals("Evil: Action: Originate", event.text("CallerIDName"));
        assertEquals("x:y", event.text("Tight"));
        assertEquals(" z", event.text("Two"));
        assertEquals(Optional.empty(), event.first("CallerIDName: Evil"));
    }

    @Test
    void readsEmptyValues() {
        AmiEvent event = event("Event: A\r\nContext: \r\nExten:\r\n\r\n");

        assertEquals(Optional.of(""), event.first("Context"));
        assertEquals(Optional.of(""), event.first("Exten"));
        assertEquals(List.of("Event=A", "Context=", "Exten="), Decoded.headers(event));
    }

    @Test
    void keepsALineWithoutAColon() {
        AmiEvent event = event("Event: A\r\nnonsense\r\nX: 1\r\n\r\n");

        assertEquals(List.of("Event=A", "=nonsense", "X=1"), Decoded.headers(event));
    }

    @Test
    void takesAMessageWithEventForAnEventEvenIfItHasResponse() {
        Decoded decoded = Decoded.text("Response: Failure\r\nEvent: OriginateResponse\r\nReason: 0\r\n\r\n");

        assertEquals("OriginateResponse", decoded.events.get(0).event());
        assertEquals("Failure", decoded.events.get(0).text("Response"));
        assertEquals(List.of(), decoded.responses);
    }

    @Test
    void readsOutputHeaders() {
        AmiResponse response =
                response("Response: Success\r\nMessage: Command output follows\r\nOutput: a: b\r\nOutput:   c\r\n\r\n");

        assertEquals(List.of("a: b", "  c"), response.output());
        assertTrue(response.succeeded());
    }

    @Test
    void readsOutputOfTheOldForm() {
        Decoded decoded =
                Decoded.text("Response: Follows\r\nPrivilege: Command\r\nActionID: 7\r\nEvent: none\nResponse: x\n\n"
                        + "last--END COMMAND--\r\n\r\nEvent: A\r\n\r\n");

        assertEquals(
                List.of("Event: none", "Response: x", "", "last"),
                decoded.responses.get(0).output());
        assertEquals(3, decoded.responses.get(0).size());
        assertEquals(Optional.of("7"), decoded.responses.get(0).actionId());
        assertEquals("A", decoded.events.get(0).event());
    }

    @Test
    void readsUtf8AndReplacesWhatIsNot() {
        assertEquals("Grüße 日本 ☎", event("Event: A\r\nX: Grüße 日本 ☎\r\n\r\n").text("X"));

        Decoded decoded =
                Decoded.bytes("Event: A\r\nX: \u00c0\u0080\u00e9\r\n\r\n".getBytes(ISO_8859_1), AmiLimits.DEFAULT);
        assertEquals("\uFFFD\uFFFD\uFFFD", decoded.events.get(0).text("X"));
    }

    @Test
    void countsWhatIsNeitherEventNorResponse() {
        Decoded decoded = Decoded.text("Foo: bar\r\n\r\n\r\n\r\n:\r\n\r\nEvent: A\r\n\r\n");

        assertEquals(List.of("unreadable", "unreadable", "event A[Event=A]"), decoded.story.subList(1, 4));
    }

    @Test
    void dropsAMessageWithALineOverTheLimit() {
        assertDropped("Event: Big\r\nX: " + "y".repeat(40) + "\r\nZ: 1\r\n");
    }

    @Test
    void dropsAMessageOverTheLimit() {
        assertDropped("Event: Big\r\n" + ("X: " + "y".repeat(30) + "\r\n").repeat(3));
    }

    @Test
    void dropsAMessageWithTooManyHeaders() {
        assertDropped("Event: Big\r\n" + "X: 1\r\n".repeat(5));
    }

    private static void assertDropped(String message) {
        String text =
                "Event: A\r\n\r\n" + message + "\r\nEvent: B\r\n\r\n" + message + message + "\r\nEvent: C\r\n\r\n";

        Decoded decoded = Decoded.bytes(text.getBytes(UTF_8), SMALL);

        assertEquals(
                List.of("event A[Event=A]", "unreadable", "event B[Event=B]", "unreadable", "event C[Event=C]"),
                decoded.story.subList(1, decoded.story.size()));
    }

    @Test
    void holdsBoundedMemoryWhileALineNeverEnds() {
        Decoded decoded = new Decoded();
        AmiDecoder decoder = Decoded.greeted(SMALL, decoded);
        byte[] piece = "yyyyyyyyyy".repeat(1000).getBytes(UTF_8);
        for (int i = 0; i < 1000; i++) {
            decoder.feed(piece, 0, piece.length, 0, decoded);
        }

        byte[] end = "\r\n\r\nEvent: A\r\n\r\n".getBytes(UTF_8);
        decoder.feed(end, 0, end.length, 0, decoded);

        assertEquals(List.of("unreadable", "event A[Event=A]"), decoded.story.subList(1, 3));
    }

    @Test
    void stampsEventsAndSharesTheirNames() {
        Decoded decoded = new Decoded();
        AmiDecoder decoder = Decoded.greeted(AmiLimits.DEFAULT, decoded);
        byte[] event = "Event: Newstate\r\n\r\n".getBytes(UTF_8);
        decoder.feed(event, 0, event.length, 1000, decoded);
        decoder.feed(event, 0, event.length, 2000, decoded);

        assertEquals(Instant.ofEpochMilli(2000), decoded.events.get(1).receivedAt());
        assertSame(decoded.events.get(0).event(), decoded.events.get(1).event());
    }

    @Test
    void readsWhatARealAsteriskSent() throws IOException {
        Decoded events = trace("asterisk-22-events.txt");
        Decoded commands = trace("asterisk-22-command.txt");

        assertEquals(0, events.unreadable + commands.unreadable);
        assertEquals(
                5,
                events.events.stream()
                        .filter(e -> e.event().equals("OriginateResponse"))
                        .count());
        assertEquals(
                1,
                commands.events.stream()
                        .filter(e -> e.event().equals("CoreShowChannel"))
                        .count());
        assertEquals("Call", commands.events.get(2).text("Privilege"));
    }

    /** A trace of one connection, its greeting included. */
    static Decoded trace(String name) throws IOException {
        Decoded decoded = new Decoded();
        byte[] bytes = traceBytes(name);
        new AmiDecoder().feed(bytes, 0, bytes.length, 0, decoded);
        return decoded;
    }

    static byte[] traceBytes(String name) throws IOException {
        try (InputStream in = AmiDecoderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
