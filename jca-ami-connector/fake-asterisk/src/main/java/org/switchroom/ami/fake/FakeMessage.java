package org.switchroom.ami.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/** A message that the fake sends, with the event class it belongs to; responses belong to none. */
final class FakeMessage {
    private final String eventClass;
    private final StringBuilder text = new StringBuilder(512);

    private FakeMessage(String eventClass) {
        this.eventClass = eventClass;
    }

    static FakeMessage event(String name, String eventClass) {
        long micros = System.currentTimeMillis() * 1000 + System.nanoTime() / 1000 % 1000;
        return new FakeMessage(eventClass)
                .with("Event", name)
                .with("Privilege", eventClass + ",all")
                .with("Timestamp", micros / 1_000_000 + "." + "%06d".formatted(micros % 1_000_000))
                .with("SystemName", "fake");
    }

    static FakeMessage response(String response, FakeFrame action) {
        return new FakeMessage("").with("Response", response).withActionId(action);
    }

    static FakeMessage success(FakeFrame action, String message) {
        return response("Success", action).with("Message", message);
    }

    static FakeMessage error(FakeFrame action, String message) {
        return response("Error", action).with("Message", message);
    }

    /** An event of a list: it has no class and goes to him alone who asked. */
    static FakeMessage listEvent(String name, FakeFrame action) {
        return new FakeMessage("").with("Event", name).withActionId(action);
    }

    FakeMessage withActionId(FakeFrame action) {
        String id = action.text("ActionID");
        return id.isEmpty() ? this : with("ActionID", id);
    }

    FakeMessage with(String name, Object value) {
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    boolean isReadBy(Set<String> classes) {
        return eventClass.isEmpty() || classes.contains(eventClass);
    }

    byte[] bytes() {
        return (text + "\r\n").getBytes(UTF_8);
    }
}
