package org.switchroom;

import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiMessage;
import org.switchroom.ami.AmiResponse;

/** Answers of a server to an action. */
public final class Responses {
    private Responses() {}

    public static AmiResponse success(String message) {
        return new Plain(Events.of("", "Response", "Success", "Message", message));
    }

    public static AmiResponse error(String message) {
        return new Plain(Events.of("", "Response", "Error", "Message", message));
    }

    /** Any answer, also one that no Asterisk gives. */
    public static AmiResponse of(String response, String message) {
        return new Plain(Events.of("", "Response", response, "Message", message));
    }

    private record Plain(AmiMessage headers) implements AmiResponse {
        @Override
        public int size() {
            return headers.size();
        }

        @Override
        public String name(int index) {
            return headers.name(index);
        }

        @Override
        public String value(int index) {
            return headers.value(index);
        }

        @Override
        public Optional<String> first(String name) {
            return headers.first(name);
        }

        @Override
        public List<String> all(String name) {
            return headers.all(name);
        }

        @Override
        public List<String> output() {
            return List.of();
        }

        @Override
        public List<AmiEvent> listEvents() {
            return List.of();
        }
    }
}
