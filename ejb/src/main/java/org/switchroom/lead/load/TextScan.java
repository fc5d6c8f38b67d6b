package org.switchroom.lead.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One look at a whole file of text.
 *
 * @param isUtf8 whether all of it is valid UTF-8; one byte of another encoding in the last row shows only so
 * @param lineCount line ends, and one more where the last line has none
 */
record TextScan(boolean isUtf8, long lineCount) {
    private static final int BUFFER = 1 << 20;

    static TextScan of(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        boolean utf8 = true;
        long lines = 0;
        byte last = '\n';
        try (FileChannel channel = FileChannel.open(file)) {
            int held = 0;
            while (channel.read(bytes) >= 0) {
                for (int i = held; i < bytes.position(); i++) {
                    last = bytes.get(i);
                    lines += last == '\n' ? 1 : 0;
                }
                bytes.flip();
                chars.clear();
                CoderResult result = utf8 ? decoder.decode(bytes, chars, false) : CoderResult.UNDERFLOW;
                utf8 &= !result.isError();
                if (!utf8) {
                    bytes.position(bytes.limit());
                }
                bytes.compact();
                held = bytes.position();
            }
            return new TextScan(utf8 && held == 0, lines + (last == '\n' ? 0 : 1));
        }
    }
}
