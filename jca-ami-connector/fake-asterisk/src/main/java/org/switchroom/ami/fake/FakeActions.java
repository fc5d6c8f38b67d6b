package org.switchroom.ami.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The actions that the fake knows, the classes that allow them, and those that concern the login. */
final class FakeActions {

    /** An action, what ListCommands says of it, and the classes of which one is enough; none means any login. */
    record Entry(String name, String text, List<String> classes, BiConsumer<FakeConnection, FakeFrame> perform) {
        boolean isAllowedTo(FakeUser user) {
            return classes.isEmpty() || classes.stream().anyMatch(user.write()::contains);
        }

        String listed() {
            return text + "  (Priv: " + (classes.isEmpty() ? "<none>" : String.join(",", classes) + ",all") + ")";
        }
    }

    private static final long REFUSAL_MILLIS = 1000;

    private final FakeAsterisk server;
    private final Map<String, Entry> entries = new TreeMap<>();

    FakeActions(FakeAsterisk server) {
        this.server = server;
        addLogin();
        FakeCallActions calls = new FakeCallActions(server);
        calls.entries().forEach(this::add);
    }

    private void addLogin() {
        add(new Entry("Challenge", "Generate Challenge for MD5 Auth.", List.of(), this::challenge));
        add(new Entry("Login", "Login Manager.", List.of(), this::login));
        add(new Entry("Logoff", "Logoff Manager.", List.of(), this::logoff));
        add(new Entry("Ping", "Keepalive command.", List.of(), this::ping));
        add(new Entry("Events", "Control Event Flow.", List.of(), this::events));
        add(new Entry("ListCommands", "List available manager commands.", List.of(), this::listCommands));
        List<String> reporting = List.of("system", "reporting");
        add(new Entry("CoreSettings", "Show PBX core settings (version etc).", reporting, this::coreSettings));
        add(new Entry("CoreStatus", "Show PBX core status variables.", reporting, this::coreStatus));
        add(new Entry("Command", "Execute Asterisk CLI Command.", List.of("command"), this::command));
        add(new Entry("UpdateConfig", "Update basic configuration.", List.of("config"), this::refuseConfig));
    }

    private void add(Entry entry) {
        entries.put(entry.name().toLowerCase(Locale.ROOT), entry);
    }

    void perform(FakeConnection connection, FakeFrame frame) {
        String action = frame.action().toLowerCase(Locale.ROOT);
        Entry entry = entries.get(action);
        if (frame.action().isEmpty()) {
            answer(connection, frame, FakeMessage.error(frame, "Missing action in request"));
        } else if (connection.user() == null
                && !List.of("login", "challenge", "logoff").contains(action)) {
            answer(connection, frame, FakeMessage.error(frame, "Permission denied"));
        } else if (entry == null) {
            String text = "Invalid/unknown command: " + frame.action()
                    + ". Use Action: ListCommands to show available commands.";
            answer(connection, frame, FakeMessage.error(frame, text));
        } else if (connection.user() != null && !entry.isAllowedTo(connection.user())) {
            answer(connection, frame, FakeMessage.error(frame, "Permission denied"));
        } else {
            entry.perform().accept(connection, frame);
        }
    }

    /** Sends a response, with all that may be wrong with responses. */
    private void answer(FakeConnection connection, FakeFrame frame, FakeMessage response) {
        server.answer(connection, frame, response);
    }

    private void challenge(FakeConnection connection, FakeFrame frame) {
        if (server.faults().noChallenge || !frame.text("AuthType").equalsIgnoreCase("MD5")) {
            answer(connection, frame, FakeMessage.error(frame, "Must specify AuthType"));
            return;
        }
        connection.challenge(Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999)));
        answer(connection, frame, FakeMessage.response("Success", frame).with("Challenge", connection.challenge()));
    }

    private void login(FakeConnection connection, FakeFrame frame) {
        FakeUser user = server.user(frame.text("Username"));
        if (user != null && !user.multipleLogin() && server.loginCount(user.name()) > 0) {
            refuse(connection, frame, "Login Already In Use");
        } else if (user == null || !proves(connection, frame, user)) {
            refuse(connection, frame, "Authentication failed");
        } else {
            if (frame.text("Events").equalsIgnoreCase("off")) {
                connection.eventsOn(false);
            }
            FakeMessage accepted = FakeMessage.success(frame, "Authentication accepted");
            connection.logIn(user, () -> answer(connection, frame, accepted));
            connection.tell(FakeMessage.event("FullyBooted", "system")
                    .with("Uptime", server.pbx().uptimeSeconds())
                    .with("LastReload", server.pbx().uptimeSeconds())
                    .with("Status", "Fully Booted"));
        }
    }

    /** Asterisk takes a second to refuse, then closes. */
    private void refuse(FakeConnection connection, FakeFrame frame, String text) {
        server.pbx().later(REFUSAL_MILLIS, TimeUnit.MILLISECONDS, () -> {
            answer(connection, frame, FakeMessage.error(frame, text));
            connection.closeAfterLast();
        });
    }

    private static boolean proves(FakeConnection connection, FakeFrame frame, FakeUser user) {
        if (frame.text("AuthType").equalsIgnoreCase("MD5")) {
            String challenge = connection.challenge();
            return !challenge.isEmpty() && frame.text("Key").equalsIgnoreCase(md5(challenge + user.secret()));
        }
        return frame.text("Secret").equals(user.secret());
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void logoff(FakeConnection connection, FakeFrame frame) {
        answer(connection, frame, FakeMessage.response("Goodbye", frame).with("Message", "Thanks for all the fish."));
        connection.closeAfterLast();
    }

    private void ping(FakeConnection connection, FakeFrame frame) {
        answer(
                connection,
                frame,
                FakeMessage.response("Success", frame)
                        .with("Ping", "Pong")
                        .with("Timestamp", "%.6f".formatted(System.currentTimeMillis() / 1000.0)));
    }

    private void events(FakeConnection connection, FakeFrame frame) {
        boolean on = !frame.text("EventMask").equalsIgnoreCase("off");
        connection.eventsOn(on);
        answer(connection, frame, FakeMessage.response("Success", frame).with("Events", on ? "On" : "Off"));
    }

    private void listCommands(FakeConnection connection, FakeFrame frame) {
        FakeMessage response = FakeMessage.response("Success", frame);
        entries.values().stream()
                .filter(entry -> entry.isAllowedTo(connection.user()))
                .forEach(entry -> response.with(entry.name(), entry.listed()));
        answer(connection, frame, response);
    }

    private void coreSettings(FakeConnection connection, FakeFrame frame) {
        answer(
                connection,
                frame,
                FakeMessage.response("Success", frame)
                        .with("AMIversion", "11.0.0")
                        .with("AsteriskVersion", "22.10.1")
                        .with("SystemName", "")
                        .with("CoreMaxCalls", 0));
    }

    private void coreStatus(FakeConnection connection, FakeFrame frame) {
        answer(
                connection,
                frame,
                FakeMessage.response("Success", frame)
                        .with("CoreStartupDate", "2026-01-01")
                        .with("CoreStartupTime", "00:00:00")
                        .with("CoreCurrentCalls", server.pbx().channelCount()));
    }

    private void command(FakeConnection connection, FakeFrame frame) {
        answer(
                connection,
                frame,
                FakeMessage.success(frame, "Command output follows")
                        .with("Output", "This is no real Asterisk.")
                        .with("Output", "You asked: " + frame.text("Command")));
    }

    private void refuseConfig(FakeConnection connection, FakeFrame frame) {
        answer(connection, frame, FakeMessage.error(frame, "Config file not found"));
    }
}
