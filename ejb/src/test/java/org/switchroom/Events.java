package org.switchroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchroom.ami.AmiEvent;

/** Events as Asterisk 22 sends them, with the headers that matter here. */
public final class Events {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private Events() {}

    public static AmiEvent newchannel(String uniqueid, String channel) {
        return channel("Newchannel", uniqueid, channel, "0", "Down");
    }

    public static AmiEvent newstate(String uniqueid, String channel, String state, String words) {
        return channel("Newstate", uniqueid, channel, state, words);
    }

    public static AmiEvent ringing(String uniqueid, String channel) {
        return newstate(uniqueid, channel, "5", "Ringing");
    }

    public static AmiEvent up(String uniqueid, String channel) {
        return newstate(uniqueid, channel, "6", "Up");
    }

    public static AmiEvent rename(String uniqueid, String channel, String newName) {
        return of("Rename", "Channel", channel, "Newname", newName, "Uniqueid", uniqueid);
    }

    /** The end of a channel that was up. */
    public static AmiEvent hangup(String uniqueid, String channel) {
        return hangup(uniqueid, channel, "6", "16", "Normal Clearing");
    }

    public static AmiEvent hangup(String uniqueid, String channel, String state, String cause, String causeText) {
        return of(
                "Hangup",
                "Channel",
                channel,
                "ChannelState",
                state,
                "Uniqueid",
                uniqueid,
                "Linkedid",
                uniqueid,
                "Cause",
                cause,
                "Cause-txt",
                causeText);
    }

    /** Asterisk: it has Event and Response. */
    public static AmiEvent originateResponse(String actionId, String response, String reason) {
        return of(
                "OriginateResponse",
                "ActionID",
                actionId,
                "Response",
                response,
                "Reason",
                reason,
                "Uniqueid",
                actionId);
    }

    /** An entry of the list that CoreShowChannels gives. */
    public static AmiEvent listed(String uniqueid, String channel, String state, String words) {
        return channel("CoreShowChannel", uniqueid, channel, state, words, "Duration", "00:01:05", "BridgeId", "");
    }

    public static AmiEvent channel(
            String event, String uniqueid, String channel, String state, String words, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "Channel",
                channel,
                "ChannelState",
                state,
                "ChannelStateDesc",
                words,
                "CallerIDNum",
                "100",
                "CallerIDName",
                "<unknown>",
                "Uniqueid",
                uniqueid,
                "Linkedid",
                uniqueid));
        all.addAll(List.of(more));
        return of(event, all.toArray(String[]::new));
    }

    /** An event of this name with these headers: name, value, name, value. */
    public static AmiEvent of(String event, String... namesAndValues) {
        List<String> all = new ArrayList<>(List.of("Event", event));
        all.addAll(List.of(namesAndValues));
        return new Plain(event, List.copyOf(all));
    }

    private record Plain(String event, List<String> namesAndValues) implements AmiEvent {
        @Override
        public Instant receivedAt() {
            return RECEIVED_AT;
        }

        @Override
        public int size() {
            return namesAndValues.size() / 2;
        }

        @Override
        public String name(int index) {
            return namesAndValues.get(2 * index);
        }

        @Override
        public String value(int index) {
            return namesAndValues.get(2 * index + 1);
        }

        @Override
        public Optional<String> first(String name) {
            return all(name).stream().findFirst();
        }

        @Override
        public List<String> all(String name) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i < size(); i++) {
                if (name(i).equalsIgnoreCase(name)) {
                    found.add(value(i));
                }
            }
            return found;
        }
    }
}
