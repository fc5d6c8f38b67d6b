package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiMessage;

/** Whatever comes in, the decoder lives and finds the next good message. More by {@code -Dswitchroom.fuzz=1000000}. */
class AmiDecoderFuzzTest {
    private static final AmiLimits LIMITS = new AmiLimits(200, 2000, 20);
    private static final byte[] GOOD =
            "\n--END COMMAND--\r\n\r\n\r\n\r\nEvent: Good\r\nNumber: 1\r\n\r\n".getBytes(US_ASCII);

    /** Looks at all that a message has. */
    private static final class Reader implements AmiFrameSink {
        private AmiMessage last;

        @Override
        public void banner(String line) {
            assertNotNull(line);
        }

        @Override
        public void event(AmiEvent event) {
            look(event);
            assertNotNull(event.event());
        }

        @Override
        public void response(WireResponse response) {
            look(response);
            assertNotNull(response.output());
        }

        @Override
        public void unreadable() {
            last = null;
        }

        private void look(AmiMessage message) {
            last = message;
            for (int i = 0; i < message.size(); i++) {
                assertNotNull(message.value(i));
                assertNotNull(message.name(i));
            }
            String first = message.name(0);
            if (!first.isEmpty() && first.chars().allMatch(c -> c < 0x80)) {
                assertEquals(message.value(0), message.text(first));
            }
        }
    }

    @Test
    void survivesRandomAndDamagedFrames() {
        long seed = Long.getLong("switchroom.seed", System.nanoTime());
        Random random = new Random(seed);
        int cases = Integer.getInteger("switchroom.fuzz", 200_000);
        Reader reader = new Reader();
        AmiDecoder decoder = new AmiDecoder(LIMITS);
        for (int i = 0; i < cases; i++) {
            feed(decoder, reader, RandomFrames.next(random), random, seed, i);
            if (i % 100 == 0) {
                feed(decoder, reader, GOOD, random, seed, i);
                assertNotNull(reader.last, "seed " + seed + ", case " + i);
                assertEquals("1", reader.last.text("Number"), "seed " + seed + ", case " + i);
            }
        }
    }

    private static void feed(AmiDecoder decoder, Reader reader, byte[] bytes, Random random, long seed, int number) {
        int cut = random.nextInt(bytes.length + 1);
        try {
            decoder.feed(bytes, 0, cut, number, reader);
            decoder.feed(bytes, cut, bytes.length - cut, number, reader);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", case " + number, e);
        }
    }
}
