package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;

/** Bytes that look more or less like frames: made of the pieces that parsers stumble over, then damaged. */
final class RandomFrames {
    private static final String[] PIECES = {
        "Event: Newchannel",
        "Response: Success",
        "Response: Follows",
        "--END COMMAND--",
        "ActionID: 1",
        "EventList: start",
        "\r\n",
        "\n",
        "\r",
        "\r\n\r\n",
        "\n\n",
        ":",
        ": ",
        " ",
        "\t",
        "\u0000",
        "\u00c0\u0080",
        "\u00ff\u00fe",
        "x",
        "Output: a",
        "Channel: PJSIP/a-1",
        "Event:",
        "Event",
        "response: follows\r\n",
        "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
        "Asterisk Call Manager/11.0.0\r\n",
        "Event: A\r\nUniqueid: 1.1\r\n\r\n",
        "Response: Error\r\nMessage: No\r\n\r\n"
    };

    private RandomFrames() {}

    static byte[] next(Random random) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(3) == 0) {
                text.append("\r\n");
            }
        }
        byte[] bytes = text.toString().getBytes(ISO_8859_1);
        int damages = random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
