package org.switchroom.bench.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Finds the blank lines and nothing else: the floor of what any reader of this stream has to do. */
final class FramingReader implements StreamReader {
    private final PlainAmi ami;
    private final long expected;
    private long messages;
    private long sum;

    private FramingReader(int port, int repeats, int eventsInTrace) throws IOException {
        ami = PlainAmi.open(port, "bench-" + repeats, "bench", true);
        ami.message();
        expected = (long) repeats * eventsInTrace + 2;
    }

    static Opener of(Trace trace) {
        return (port, repeats) -> new FramingReader(port, repeats, trace.events());
    }

    @Override
    public void readAll() throws IOException {
        ami.send("Ping", Map.of());
        InputStream in = ami.in();
        byte[] buffer = new byte[64 * 1024];
        int kept = 0;
        int at = 3;
        while (messages < expected) {
            int end = kept + Math.max(0, in.read(buffer, kept, buffer.length - kept));
            sum += end - kept;
            at = count(buffer, at, end);
            kept = Math.max(0, end - (at - 3));
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
            at -= end - kept;
        }
    }

    /** Counts blank lines, looking at every fourth byte where it can. Returns where the next might end. */
    private int count(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end) {
            if (buffer[at] == '\n') {
                boolean blank = buffer[at - 1] == '\r' && buffer[at - 2] == '\n' && buffer[at - 3] == '\r';
                messages += blank ? 1 : 0;
                at += blank ? 4 : 2;
            } else {
                at += buffer[at] == '\r' ? 1 : 4;
            }
        }
        return at;
    }

    /** The answer to the request is not counted. */
    @Override
    public long events() {
        return messages - 1;
    }

    @Override
    public long sum() {
        return sum;
    }

    @Override
    public void close() throws IOException {
        ami.close();
    }
}
