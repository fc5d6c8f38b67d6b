package org.switchroom.ra;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiEvent;

/** An event with one header besides its name. */
public record StubEvent(String event, int number, Instant receivedAt) implements AmiEvent {

    public static StubEvent numbered(int number) {
        return new StubEvent("UserEvent", number, Instant.EPOCH);
    }

    public static StubEvent fullyBooted() {
        return new StubEvent("FullyBooted", 0, Instant.EPOCH);
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public String name(int index) {
        return index == 0 ? "Event" : "Number";
    }

    @Override
    public String value(int index) {
        return index == 0 ? event : Integer.toString(number);
    }

    @Override
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    @Override
    public List<String> all(String name) {
        if ("Event".equalsIgnoreCase(name)) {
            return List.of(value(0));
        }
        return "Number".equalsIgnoreCase(name) ? List.of(value(1)) : List.of();
    }
}
