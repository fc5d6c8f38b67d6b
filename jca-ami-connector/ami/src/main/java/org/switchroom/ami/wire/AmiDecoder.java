package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Bytes of one connection to messages. Fed with whatever the socket gave, cut anywhere. A message lying whole in the fed bytes
 * is copied once, into its own compact array; only an unfinished one is kept between feeds, within {@link AmiLimits}.
 *
 * <p>Never throws because of what the bytes say. Not thread-safe.
 */
public final class AmiDecoder {
    private static final int FIRST_BYTES = 1024;
    private static final int KEEP_BYTES = 64 * 1024;
    /** While a message is dropped, so much of a line is kept: enough to know whether it is the blank one. */
    private static final int LINE_HEAD = 2;

    private static final byte[] FOLLOWS = "response: follows".getBytes(US_ASCII);
    private static final byte[] END_OF_OUTPUT = "--END COMMAND--".getBytes(US_ASCII);

    private final AmiLimits limits;
    private final EventNames eventNames = new EventNames();
    private byte[] carry = new byte[FIRST_BYTES];
    private int carried;
    private int[] starts = new int[64];
    private int lineCount;
    private int lineStart;
    private boolean bannerSeen;
    private boolean follows;
    private boolean outputEnded;
    private boolean skipping;

    public AmiDecoder() {
        this(AmiLimits.DEFAULT);
    }

    public AmiDecoder(AmiLimits limits) {
        this.limits = limits;
    }

    /** Feeds bytes that came at a time (milliseconds of the wall clock), and tells the sink each message that is now complete. */
    public void feed(byte[] bytes, int offset, int length, long receivedAtMillis, AmiFrameSink sink) {
        int end = offset + length;
        int from = offset;
        int scan = offset;
        int feed = LineFeed.next(bytes, scan, end);
        while (feed >= 0) {
            scan = feed + 1;
            if (endLine(bytes, from, feed)) {
                finish(bytes, from, scan, receivedAtMillis, sink);
                from = scan;
            } else if (skipping) {
                from = scan;
            }
            feed = LineFeed.next(bytes, scan, end);
        }
        keep(bytes, from, end);
    }

    /** Takes note of a line that ends at a feed; true if the message ends with it. */
    private boolean endLine(byte[] bytes, int from, int feed) {
        int end = carried + feed - from;
        int contentEnd = end > lineStart && byteAt(bytes, from, end - 1) == '\r' ? end - 1 : end;
        if (!bannerSeen) {
            skipping |= end >= limits.lineBytes();
            return true;
        }
        if (contentEnd == lineStart && (skipping || !follows || outputEnded)) {
            return true;
        }
        if (skipping || breaksLimit(end + 1)) {
            skip();
        } else {
            addLine(bytes, from, contentEnd);
            lineStart = end + 1;
        }
        return false;
    }

    private boolean breaksLimit(int relativeEnd) {
        return relativeEnd - lineStart > limits.lineBytes()
                || relativeEnd > limits.messageBytes()
                || lineCount >= limits.headerCount();
    }

    private byte byteAt(byte[] bytes, int from, int relative) {
        return relative < carried ? carry[relative] : bytes[from + relative - carried];
    }

    private void addLine(byte[] bytes, int from, int contentEnd) {
        if (lineCount == starts.length) {
            starts = Arrays.copyOf(starts, lineCount * 2);
        }
        starts[lineCount++] = lineStart;
        if (lineCount == 1) {
            follows = saysFollows(bytes, from, contentEnd);
        } else if (follows) {
            outputEnded |= endsOutput(bytes, from, contentEnd);
        }
    }

    private boolean saysFollows(byte[] bytes, int from, int contentEnd) {
        if (contentEnd != FOLLOWS.length) {
            return false;
        }
        for (int i = 0; i < FOLLOWS.length; i++) {
            byte b = byteAt(bytes, from, i);
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != FOLLOWS[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean endsOutput(byte[] bytes, int from, int contentEnd) {
        int start = contentEnd - END_OF_OUTPUT.length;
        if (start < lineStart) {
            return false;
        }
        for (int i = 0; i < END_OF_OUTPUT.length; i++) {
            if (byteAt(bytes, from, start + i) != END_OF_OUTPUT[i]) {
                return false;
            }
        }
        return true;
    }

    private void finish(byte[] bytes, int from, int to, long receivedAtMillis, AmiFrameSink sink) {
        if (!bannerSeen) {
            String banner = skipping ? "" : new String(frame(bytes, from, carried + to - from), UTF_8).stripTrailing();
            reset();
            bannerSeen = true;
            sink.banner(banner);
        } else if (skipping) {
            reset();
            sink.unreadable();
        } else if (lineCount > 0) {
            byte[] frame = frame(bytes, from, lineStart);
            int[] lines = Arrays.copyOf(starts, lineCount);
            boolean old = follows;
            reset();
            tell(frame, lines, old, receivedAtMillis, sink);
        } else {
            reset();
        }
    }

    /** The one copy of a message: what was kept, then what was just fed. */
    private byte[] frame(byte[] bytes, int from, int length) {
        if (carried == 0) {
            return Arrays.copyOfRange(bytes, from, from + length);
        }
        byte[] frame = Arrays.copyOf(carry, length);
        if (length > carried) {
            System.arraycopy(bytes, from, frame, carried, length - carried);
        }
        return frame;
    }

    private void tell(byte[] frame, int[] lines, boolean old, long receivedAtMillis, AmiFrameSink sink) {
        // In output of the old form anything may stand, "Event: x" too.
        int event = old ? -1 : WireMessage.find(frame, lines, lines.length, "Event", 0);
        if (event >= 0) {
            sink.event(new WireEvent(frame, lines, event, eventNames, receivedAtMillis));
        } else if (WireMessage.find(frame, lines, lines.length, "Response", 0) >= 0) {
            sink.response(WireResponse.of(frame, lines, old));
        } else {
            sink.unreadable();
        }
    }

    private void keep(byte[] bytes, int from, int end) {
        int more = end - from;
        int relativeEnd = carried + more;
        if (skipping) {
            append(bytes, from, Math.min(more, Math.max(0, LINE_HEAD - carried)));
        } else if (relativeEnd - lineStart > limits.lineBytes() || relativeEnd > limits.messageBytes() + 1) {
            byte[] head = new byte[Math.min(LINE_HEAD, relativeEnd - lineStart)];
            for (int i = 0; i < head.length; i++) {
                head[i] = byteAt(bytes, from, lineStart + i);
            }
            skip();
            append(head, 0, head.length);
        } else {
            append(bytes, from, more);
        }
    }

    private void append(byte[] bytes, int from, int more) {
        if (carried + more > carry.length) {
            carry = Arrays.copyOf(carry, Math.max(carried + more, Math.min(carry.length * 2, limits.messageBytes())));
        }
        System.arraycopy(bytes, from, carry, carried, more);
        carried += more;
    }

    private void skip() {
        reset();
        skipping = true;
    }

    private void reset() {
        carried = 0;
        lineCount = 0;
        lineStart = 0;
        follows = false;
        outputEnded = false;
        skipping = false;
        if (carry.length > KEEP_BYTES) {
            carry = new byte[FIRST_BYTES];
        }
    }
}
