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
        int lineLength = 0;
        while (messages < expected) {
            int count = in.read(buffer);
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    messages += lineLength == 0 ? 1 : 0;
                    lineLength = 0;
                } else if (buffer[i] != '\r') {
                    lineLength++;
                }
            }
            sum += count;
        }
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
