package org.switchroom.queue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchroom.ami.AmiAction;

/** What no header of any action may carry, tried on each of them, and random rows. */
class HostileValuesTest {
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("Channel", "PJSIP/carrier-00000001"),
            Map.entry("Context", "switchroom-echo"),
            Map.entry("Exten", "s"),
            Map.entry("Priority", "1"),
            Map.entry("Variable", "X_A"),
            Map.entry("Value", "1"),
            Map.entry("Digit", "1"),
            Map.entry("Conference", "100"),
            Map.entry("Queue", "sales"),
            Map.entry("Interface", "PJSIP/agent1"),
            Map.entry("Paused", "true"),
            Map.entry("Id", "1"));

    private final ActionValidation validation = ExampleHouse.validation();

    record Place(ActionSpec action, HeaderSpec header) {}

    static Stream<Place> places() {
        return ActionCatalogue.all().stream()
                .flatMap(action -> action.headers().stream().map(header -> new Place(action, header)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void letsNoControlCharacterThroughAnyHeader(Place place) {
        IntStream controls = IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7f, 0xa0));

        controls.mapToObj(Character::toString)
                .forEach(control -> Stream.of(control, "a" + control, control + "a", "X_A=" + control)
                        .forEach(value -> assertRefused(place, value)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void letsNoHalfCharacterAndNoTurnedTextThroughAnyHeader(Place place) {
        Stream.of("\ud800", "\udc00a", "\u202e", "\u2066", "\u2028", "\ufffe")
                .forEach(value -> assertRefused(place, "X_A=" + value));
    }

    private void assertRefused(Place place, String value) {
        Map<String, Object> headers = new LinkedHashMap<>();
        place.action().headers().stream()
                .filter(HeaderSpec::mandatory)
                .forEach(h -> headers.put(h.name(), GOOD.get(h.name())));
        headers.put(place.header().name(), value);
        String json = escaped(headers);

        ActionRefusedException refused = assertThrows(
                ActionRefusedException.class,
                () -> validation.validate(
                        Submission.foreign("pbx1", place.action().name(), json)));

        assertEquals(RefusalRule.CHARACTER_NOT_ALLOWED, refused.rule(), refused.getMessage());
        assertEquals(place.header().name(), refused.field());
    }

    @Test
    void neitherFailsNorLetsThroughWhatBreaksAFrame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String json = mutated(random);
            try {
                ValidAction action = validation.validate(Submission.foreign("pbx1", "Originate", json));
                assertTrue(action.toAmiAction("swr-7").headers().stream()
                        .map(AmiAction.Header::value)
                        .allMatch(v -> v.chars().noneMatch(Character::isISOControl)));
            } catch (ActionRefusedException e) {
                assertTrue(e.getMessage().length() <= ActionRefusedException.MAX_MESSAGE);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", headers " + json, e);
            }
        }
    }

    private static String mutated(Random random) {
        StringBuilder json = new StringBuilder(
                "{\"Channel\":\"PJSIP/15551230@carrier\",\"Context\":\"switchroom-echo\",\"Exten\":\"s\",\"Priority\":1,"
                        + "\"CallerID\":\"\\\"Anna\\\" <5551230>\",\"Variable\":[\"X_A=1\",\"X_B=2\"]}");
        String pieces = "\"\\{}[]:,/@&$0eE.-+tn\u0000\r\n\ud800\u202e u";
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(json.length());
            char piece = pieces.charAt(random.nextInt(pieces.length()));
            switch (random.nextInt(3)) {
                case 0 -> json.setCharAt(at, piece);
                case 1 -> json.insert(at, piece);
                default -> json.deleteCharAt(at);
            }
        }
        return json.toString();
    }

    /** JSON in which every character of a value is escaped, so that it comes to the validation as it is. */
    private static String escaped(Map<String, Object> headers) {
        StringBuilder json = new StringBuilder("{");
        headers.forEach((name, value) -> {
            json.append(json.length() > 1 ? "," : "").append('"').append(name).append("\":\"");
            String.valueOf(value).chars().forEach(c -> json.append("\\u%04x".formatted(c)));
            json.append('"');
        });
        return json.append('}').toString();
    }
}
