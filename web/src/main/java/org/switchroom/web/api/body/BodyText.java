package org.switchroom.web.api.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a body as text: at most 256 KiB of valid UTF-8 without a byte order mark. */
public final class BodyText {
    public static final int MAX_BYTES = 256 * 1024;
    private static final String BODY = "body";

    private BodyText() {}

    /** @throws BodyRefusedException if the body is too large or not UTF-8 */
    public static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BodyRefusedException(BODY, "The body has more than %d bytes.".formatted(MAX_BYTES));
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw new BodyRefusedException(BODY, "The body begins with a byte order mark.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BodyRefusedException(BODY, "The body is not valid UTF-8.", e);
        }
    }
}
