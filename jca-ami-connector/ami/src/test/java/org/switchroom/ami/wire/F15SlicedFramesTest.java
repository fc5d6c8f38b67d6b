package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frames cut anywhere decode to what they decode to whole. */
class F15SlicedFramesTest {
    private static final AmiLimits SMALL = new AmiLimits(40, 120, 6);
    private static final List<String> TEXTS = List.of(
            "Event: A\r\nX: 1\r\n\r\nResponse: Success\r\nActionID: 1\r\n\r\n",
            "Event: A\nX: a\rb\r\r\n\nFoo: bar\n\n\r\n\r\n\n",
            "Response: Follows\r\nActionID: 1\r\nout\n\nmore--END COMMAND--\r\n\r\nEvent: B\r\n\r\n",
            "Event: Big\r\nX: " + "y".repeat(50) + "\r\nZ: 1\r\n\r\nEvent: C\r\n\r\n",
            "Event: Big\r\nX: " + "y".repeat(50) + "\r\n\r\nEvent: C\r\n\r\n",
            "Event: Big\r\n" + "X: 1\r\n".repeat(9) + "\r\nEvent: C\r\n\r\n",
            "Event: Big\r\n" + "X: 345678901234567890\r\n".repeat(5) + "\n\nEvent: C\r\n\r\n",
            "Event: Edge\r\nX: " + "y".repeat(35) + "\r\n\r\nEvent: C\r\n\r\n",
            "Event: Edge\r\n" + "X: 1\r\n".repeat(5) + "\r\nEvent: C\r\n\r\n");

    @Test
    void decodesTheSameCutInTwoAtEveryByte() {
        for (String text : TEXTS) {
            byte[] bytes = text.getBytes(UTF_8);
            List<String> whole = Decoded.bytes(bytes, SMALL).story;
            for (int cut = 0; cut <= bytes.length; cut++) {
                assertEquals(whole, sliced(bytes, SMALL, cut), text + " cut at " + cut);
            }
        }
    }

    @Test
    void decodesTheSameInPiecesOfEverySize() {
        for (String text : TEXTS) {
            byte[] bytes = text.getBytes(UTF_8);
            List<String> whole = Decoded.bytes(bytes, SMALL).story;
            for (int size = 1; size <= bytes.length; size++) {
                assertEquals(whole, pieces(bytes, SMALL, size), text + " in pieces of " + size);
            }
        }
    }

    @Test
    void decodesARealTraceTheSameInPieces() throws IOException {
        byte[] bytes = AmiDecoderTest.traceBytes("asterisk-22-command.txt");
        List<String> whole = Decoded.bytes(bytes, AmiLimits.DEFAULT).story;
        for (int size = 1; size <= 64; size++) {
            assertEquals(whole, pieces(bytes, AmiLimits.DEFAULT, size), "in pieces of " + size);
        }
    }

    @Test
    void decodesRandomTextsTheSameHoweverTheyAreCut() {
        long seed = Long.getLong("switchroom.seed", System.nanoTime());
        Random random = new Random(seed);
        int cases = Integer.getInteger("switchroom.slices", 100_000);
        for (int i = 0; i < cases; i++) {
            byte[] bytes = RandomFrames.next(random);
            List<String> whole = Decoded.bytes(bytes, SMALL).story;
            int size = 1 + random.nextInt(bytes.length + 1);
            assertEquals(whole, pieces(bytes, SMALL, size), "seed " + seed + ", case " + i + ", pieces of " + size);
        }
    }

    private static List<String> sliced(byte[] bytes, AmiLimits limits, int cut) {
        Decoded decoded = new Decoded();
        AmiDecoder decoder = Decoded.greeted(limits, decoded);
        decoder.feed(bytes, 0, cut, 0, decoded);
        decoder.feed(bytes, cut, bytes.length - cut, 0, decoded);
        return decoded.story;
    }

    private static List<String> pieces(byte[] bytes, AmiLimits limits, int size) {
        Decoded decoded = new Decoded();
        AmiDecoder decoder = Decoded.greeted(limits, decoded);
        for (int at = 0; at < bytes.length; at += size) {
            decoder.feed(bytes, at, Math.min(size, bytes.length - at), 0, decoded);
        }
        return decoded.story;
    }
}
