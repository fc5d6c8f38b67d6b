package org.switchroom.ami.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.switchroom.ami.fake.FakeActions.Entry;

/** The actions that concern channels, with Asterisk's own words. */
final class FakeCallActions {
    private static final String NO_CHANNEL = "No such channel";

    private final FakeAsterisk server;
    private final Map<String, String> globals = new ConcurrentHashMap<>();

    FakeCallActions(FakeAsterisk server) {
        this.server = server;
    }

    List<Entry> entries() {
        List<String> call = List.of("call");
        return Stream.concat(
                        Stream.of(
                                entry("Originate", "Originate a call.", List.of("originate"), this::originate),
                                entry("Hangup", "Hangup channel.", List.of("system", "call"), this::hangup),
                                entry("Redirect", "Redirect (transfer) a call.", call, this::redirect),
                                entry("Setvar", "Sets a channel variable or function value.", call, this::setvar),
                                entry("PlayDTMF", "Play DTMF signal on a specific channel.", call, this::playDtmf),
                                entry("AGI", "Add an AGI command to execute by Async AGI.", List.of("agi"), this::agi),
                                entry(
                                        "CoreShowChannels",
                                        "List currently active channels.",
                                        List.of("system", "reporting"),
                                        this::coreShowChannels),
                                entry(
                                        "Status",
                                        "List channel status.",
                                        List.of("system", "call", "reporting"),
                                        this::status),
                                entry(
                                        "ConfbridgeList",
                                        "List participants in a conference.",
                                        List.of("reporting"),
                                        this::noConference)),
                        Stream.of("Kick", "Mute", "Unmute", "Lock", "Unlock")
                                .map(n -> entry("Confbridge" + n, n + " a Confbridge.", call, this::noConference)))
                .toList();
    }

    private static Entry entry(
            String name, String text, List<String> classes, BiConsumer<FakeConnection, FakeFrame> perform) {
        return new Entry(name, text, classes, perform);
    }

    private void success(FakeConnection connection, FakeFrame frame, String message) {
        server.answer(connection, frame, FakeMessage.success(frame, message));
    }

    private void error(FakeConnection connection, FakeFrame frame, String message) {
        server.answer(connection, frame, FakeMessage.error(frame, message));
    }

    private void originate(FakeConnection connection, FakeFrame frame) {
        if (frame.text("Channel").isEmpty()) {
            error(connection, frame, "Channel not specified");
        } else if (!frame.text("Channel").contains("/")) {
            error(connection, frame, "Invalid channel");
        } else if (frame.text("Application").isEmpty() && !server.pbx().hasContext(frame.text("Context"))) {
            error(connection, frame, "Extension does not exist.");
        } else {
            String given = frame.text("ChannelId");
            FakeOriginate originate = new FakeOriginate(
                    connection, frame, given.isEmpty() ? server.pbx().newUniqueid() : given);
            if (originate.isAsync()) {
                success(connection, frame, "Originate successfully queued");
            }
            server.pbx().originate(originate);
        }
    }

    private void hangup(FakeConnection connection, FakeFrame frame) {
        Optional<FakeChannel> channel = server.pbx().find(frame.text("Channel"));
        if (frame.text("Channel").isEmpty()) {
            error(connection, frame, "No channel specified");
        } else if (channel.isEmpty()) {
            error(connection, frame, NO_CHANNEL);
        } else {
            success(connection, frame, "Channel Hungup");
            String cause = frame.text("Cause");
            server.pbx().hangUp(channel.get(), cause.matches("\\d{1,3}") ? Integer.parseInt(cause) : 0);
        }
    }

    private void redirect(FakeConnection connection, FakeFrame frame) {
        String name = frame.text("Channel");
        Optional<FakeChannel> channel = server.pbx().find(name);
        if (name.isEmpty()) {
            error(connection, frame, "Channel not specified");
        } else if (channel.isEmpty()) {
            error(connection, frame, "Channel does not exist: " + name);
        } else {
            server.pbx().redirect(channel.get(), frame.text("Context"), frame.text("Exten"), frame.text("Priority"));
            success(connection, frame, "Redirect successful");
        }
    }

    private void setvar(FakeConnection connection, FakeFrame frame) {
        String channel = frame.text("Channel");
        if (frame.text("Variable").isEmpty()) {
            error(connection, frame, "No variable specified");
        } else if (!channel.isEmpty() && server.pbx().find(channel).isEmpty()) {
            error(connection, frame, NO_CHANNEL);
        } else {
            globals.put(frame.text("Variable"), frame.text("Value"));
            success(connection, frame, "Variable Set");
        }
    }

    private void playDtmf(FakeConnection connection, FakeFrame frame) {
        if (server.pbx().find(frame.text("Channel")).isEmpty()) {
            error(connection, frame, "Channel not found");
        } else if (frame.text("Digit").isEmpty()) {
            error(connection, frame, "No digit specified");
        } else {
            success(connection, frame, "DTMF successfully queued");
        }
    }

    private void agi(FakeConnection connection, FakeFrame frame) {
        String channel = frame.text("Channel");
        if (server.pbx().find(channel).isEmpty()) {
            error(connection, frame, "Channel " + channel + " does not exist.");
        } else {
            success(connection, frame, "Added AGI command to queue");
        }
    }

    private void noConference(FakeConnection connection, FakeFrame frame) {
        error(connection, frame, "No active conferences.");
    }

    private void coreShowChannels(FakeConnection connection, FakeFrame frame) {
        List<FakeChannel> channels = server.pbx().channels();
        startList(connection, frame, "Channels will follow");
        synchronized (server.pbx()) {
            for (FakeChannel channel : channels) {
                FakeMessage event = channel.describe(FakeMessage.listEvent("CoreShowChannel", frame), "");
                connection.send(channel.describeApplication(event));
            }
        }
        endList(connection, frame, "CoreShowChannelsComplete", channels.size());
    }

    private void status(FakeConnection connection, FakeFrame frame) {
        String name = frame.text("Channel");
        List<FakeChannel> channels = name.isEmpty()
                ? server.pbx().channels()
                : server.pbx().find(name).stream().toList();
        if (!name.isEmpty() && channels.isEmpty()) {
            error(connection, frame, NO_CHANNEL);
            return;
        }
        startList(connection, frame, "Channel status will follow");
        synchronized (server.pbx()) {
            for (FakeChannel channel : channels) {
                connection.send(
                        channel.describe(FakeMessage.listEvent("Status", frame).with("Privilege", "Call"), ""));
            }
        }
        connection.send(FakeMessage.listEvent("StatusComplete", frame)
                .with("EventList", "Complete")
                .with("ListItems", channels.size())
                .with("Items", channels.size()));
    }

    private void startList(FakeConnection connection, FakeFrame frame, String message) {
        server.answer(
                connection,
                frame,
                FakeMessage.response("Success", frame)
                        .with("EventList", "start")
                        .with("Message", message));
    }

    private void endList(FakeConnection connection, FakeFrame frame, String event, int count) {
        connection.send(FakeMessage.listEvent(event, frame)
                .with("EventList", "Complete")
                .with("ListItems", count));
    }
}
