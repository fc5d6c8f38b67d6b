package org.switchroom.bench.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiMessage;
import org.switchroom.ami.AmiResponse;

/** Messages of a server as plain lists of headers. */
final class Messages {
    private Messages() {}

    static AmiResponse pong() {
        return new Answer(List.of("Response", "Success", "Ping", "Pong", "Timestamp", "1700000000.000000"));
    }

    /** An event of a channel: its name, uniqueid, channel, state by number and word, and more headers in pairs. */
    static AmiEvent channel(String event, String uniqueid, String channel, String state, String word, String... more) {
        List<String> all = new ArrayList<>(List.of("Event", event, "Channel", channel, "ChannelState", state));
        all.addAll(List.of("ChannelStateDesc", word, "CallerIDNum", "15551230", "CallerIDName", "<unknown>"));
        all.addAll(List.of("ConnectedLineNum", "100", "Context", "switchroom-echo", "Exten", "s", "Priority", "1"));
        all.addAll(List.of("Uniqueid", uniqueid, "Linkedid", uniqueid));
        all.addAll(List.of(more));
        return new Told(event, List.copyOf(all));
    }

    private interface Listed extends AmiMessage {
        List<String> namesAndValues();

        @Override
        default int size() {
            return namesAndValues().size() / 2;
        }

        @Override
        default String name(int index) {
            return namesAndValues().get(2 * index);
        }

        @Override
        default String value(int index) {
            return namesAndValues().get(2 * index + 1);
        }

        @Override
        default Optional<String> first(String name) {
            for (int i = 0; i < size(); i++) {
                if (name(i).equalsIgnoreCase(name)) {
                    return Optional.of(value(i));
                }
            }
            return Optional.empty();
        }

        @Override
        default List<String> all(String name) {
            return first(name).map(List::of).orElse(List.of());
        }
    }

    private record Told(String event, List<String> namesAndValues) implements Listed, AmiEvent {
        @Override
        public Instant receivedAt() {
            return Instant.EPOCH;
        }
    }

    private record Answer(List<String> namesAndValues) implements Listed, AmiResponse {
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
