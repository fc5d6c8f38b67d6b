package org.switchroom.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;

/** {@code readLine} and a map of all headers: no pipelining, no limits, no repeated headers. */
final class NaiveReader implements StreamReader {
    private final PlainAmi ami;
    private final BufferedReader in;
    private long events;
    private long sum;

    private NaiveReader(int port, int repeats) throws IOException {
        ami = PlainAmi.open(port, "bench-" + repeats, "bench", true);
        in = new BufferedReader(new InputStreamReader(ami.in(), UTF_8));
    }

    static StreamReader open(int port, int repeats) throws IOException {
        return new NaiveReader(port, repeats);
    }

    @Override
    public void readAll() throws IOException {
        ami.send("Ping", Map.of());
        boolean last = false;
        while (!last) {
            last = take(message());
        }
    }

    private Map<String, String> message() throws IOException {
        Map<String, String> message = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                message.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return message;
    }

    private boolean take(Map<String, String> message) {
        String event = message.get("Event");
        if (event == null) {
            return false;
        }
        events++;
        sum += event.length()
                + length(message, "Uniqueid")
                + length(message, "Channel")
                + length(message, "ChannelState");
        return event.equals(StreamServer.LAST);
    }

    private static int length(Map<String, String> message, String name) {
        String value = message.get(name);
        return value == null ? 0 : value.length();
    }

    @Override
    public long events() {
        return events;
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
