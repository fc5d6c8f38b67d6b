package org.switchroom.ami.fake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Originate as it was asked for. */
final class FakeOriginate {
    private static final Pattern CALLER_ID = Pattern.compile("\\s*\"?([^\"<]*?)\"?\\s*(?:<([^>]*)>)?\\s*");
    private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;

    private final FakeConnection connection;
    private final FakeFrame frame;
    private final String uniqueid;

    FakeOriginate(FakeConnection connection, FakeFrame frame, String uniqueid) {
        this.connection = connection;
        this.frame = frame;
        this.uniqueid = uniqueid;
    }

    FakeConnection connection() {
        return connection;
    }

    FakeFrame frame() {
        return frame;
    }

    String uniqueid() {
        return uniqueid;
    }

    String dialString() {
        return frame.text("Channel");
    }

    boolean isAsync() {
        return List.of("true", "yes", "1", "on", "y", "t")
                .contains(frame.text("Async").toLowerCase());
    }

    String context() {
        return frame.text("Context");
    }

    String exten() {
        return frame.text("Exten");
    }

    String priority() {
        return frame.text("Priority").isEmpty() ? "1" : frame.text("Priority");
    }

    String accountCode() {
        return frame.text("Account");
    }

    String callerIdNum() {
        Matcher id = CALLER_ID.matcher(frame.text("CallerID"));
        if (!id.matches()) {
            return "<unknown>";
        }
        String number = id.group(2) == null ? id.group(1) : id.group(2);
        return number.isEmpty() ? "<unknown>" : number;
    }

    String callerIdName() {
        Matcher id = CALLER_ID.matcher(frame.text("CallerID"));
        boolean named = id.matches() && id.group(2) != null && !id.group(1).isEmpty();
        return named ? id.group(1) : "<unknown>";
    }

    long timeoutMillis() {
        String timeout = frame.text("Timeout");
        return timeout.matches("\\d{1,9}") ? Long.parseLong(timeout) : DEFAULT_TIMEOUT_MILLIS;
    }

    /** Variables that manager.conf's channelvars names, as {@code name=value}. */
    List<String> shownVariables() {
        return frame.all("Variable").stream()
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(v -> v.replaceFirst("^__?", ""))
                .filter(v -> v.startsWith("SWR_CALL="))
                .toList();
    }

    /** The event that tells the asker how it went. */
    FakeMessage outcome(boolean success, int reason, String channelName) {
        FakeMessage response = FakeMessage.event("OriginateResponse", "call")
                .withActionId(frame)
                .with("Response", success ? "Success" : "Failure")
                .with("Channel", channelName)
                .with("Context", context())
                .with("Exten", exten())
                .with("Reason", reason)
                .with("Uniqueid", uniqueid())
                .with("CallerIDNum", callerIdNum())
                .with("CallerIDName", callerIdName());
        if (success) {
            shownVariables().forEach(v -> response.with("ChanVariable(" + channelName + ")", v));
        }
        return response;
    }
}
