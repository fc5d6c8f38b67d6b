package org.switchroom.ami.wire;

/**
 * How much of one message the decoder is ready to hold; a message beyond it is dropped and counted.
 *
 * @param lineBytes longest line, its line end included
 * @param messageBytes longest message, line ends included
 * @param headerCount most lines in a message
 */
public record AmiLimits(int lineBytes, int messageBytes, int headerCount) {
    public static final AmiLimits DEFAULT = new AmiLimits(64 * 1024, 1024 * 1024, 4096);

    public AmiLimits {
        positive("lineBytes", lineBytes);
        positive("messageBytes", messageBytes);
        positive("headerCount", headerCount);
    }

    private static void positive(String property, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(property + " is " + value + ", not at least 1");
        }
    }
}
