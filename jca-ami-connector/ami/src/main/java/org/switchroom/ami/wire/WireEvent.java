package org.switchroom.ami.wire;

import java.time.Instant;
import org.switchroom.ami.AmiEvent;

/** An event as it came. */
final class WireEvent extends WireMessage implements AmiEvent {
    private final String event;
    private final long receivedAtMillis;

    WireEvent(byte[] bytes, int[] starts, int eventLine, EventNames names, long receivedAtMillis) {
        super(bytes, starts, starts.length);
        int end = lineEnd(bytes, starts, eventLine);
        this.event = names.get(bytes, valueStart(bytes, starts[eventLine], end), end);
        this.receivedAtMillis = receivedAtMillis;
    }

    @Override
    public String event() {
        return event;
    }

    @Override
    public Instant receivedAt() {
        return Instant.ofEpochMilli(receivedAtMillis);
    }
}
