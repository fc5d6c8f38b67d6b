package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.switchroom.ami.AmiEvent;

/** Events to bytes and back, for whoever keeps them out of memory for a while. Reading back is not thread-safe. */
public final class EventBytes {
    private static final String LINE_END = "\r\n";

    private final EventNames names = new EventNames();
    private int[] starts = new int[64];

    /** The event as it stands on the wire, without its blank line. The array may be the event's own and is not to be changed. */
    public static byte[] of(AmiEvent event) {
        return event instanceof WireEvent wire ? wire.bytes() : written(event);
    }

    private static byte[] written(AmiEvent event) {
        StringBuilder text = new StringBuilder(256);
        for (int i = 0; i < event.size(); i++) {
            text.append(event.name(i)).append(": ").append(event.value(i)).append(LINE_END);
        }
        return text.toString().getBytes(UTF_8);
    }

    /**
     * The event that these bytes were; they are kept.
     *
     * @param receivedAtMillis wall clock
     * @throws IllegalArgumentException if they are no event
     */
    public AmiEvent event(byte[] bytes, long receivedAtMillis) {
        int count = 0;
        int start = 0;
        while (start < bytes.length) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = start;
            int feed = LineFeed.next(bytes, start, bytes.length);
            start = feed < 0 ? bytes.length : feed + 1;
        }
        int[] lines = Arrays.copyOf(starts, count);
        int event = WireMessage.find(bytes, lines, count, "Event", 0);
        if (event < 0) {
            throw new IllegalArgumentException("bytes without an Event header");
        }
        return new WireEvent(bytes, lines, event, names, receivedAtMillis);
    }
}
