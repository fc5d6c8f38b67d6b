package org.switchroom.ami.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One channel and what events say of it. Guarded by the lock of its {@link FakePbx}. */
final class FakeChannel {
    private static final String UNKNOWN = "<unknown>";
    private static final Map<Integer, String> STATES = Map.of(0, "Down", 4, "Ring", 5, "Ringing", 6, "Up");
    private static final Map<String, String> APPLICATIONS =
            Map.of("switchroom-echo", "Echo", "switchroom-wait", "Wait", "swr-out", "AGI", "swr-conf", "ConfBridge");

    final String name;
    final String uniqueid;
    private final long startNanos = System.nanoTime();
    private final String givenNum;
    private final String givenName;
    private final String accountCode;
    private final List<String> givenVariables;
    private String callerIdNum = UNKNOWN;
    private String callerIdName = UNKNOWN;
    private String connectedNum = UNKNOWN;
    private String connectedName = UNKNOWN;
    private List<String> shownVariables = List.of("SWR_CALL=");
    int state;
    String context = "swr-in";
    String exten = "s";
    String priority = "1";
    String application = "AppDial2";
    boolean gone;
    boolean responded;
    /** The Originate that made it. */
    final FakeOriginate asked;

    FakeChannel(String name, FakeOriginate originate) {
        this.name = name;
        this.uniqueid = originate.uniqueid();
        this.asked = originate;
        this.givenNum = originate.callerIdNum();
        this.givenName = originate.callerIdName();
        this.accountCode = originate.accountCode();
        this.givenVariables = originate.shownVariables();
    }

    void runDialplan(String atContext, String atExten, String atPriority) {
        context = atContext;
        exten = atExten;
        // The application runs at once, and is what the channel shows.
        priority = atPriority.equals("1") ? "2" : atPriority;
        application = APPLICATIONS.getOrDefault(atContext, "Wait");
    }

    /** Asterisk makes a channel first and gives it the variables and the caller id after its first event. */
    void takeCallerId() {
        callerIdNum = givenNum;
        callerIdName = givenName;
        shownVariables = givenVariables.isEmpty() ? shownVariables : givenVariables;
    }

    void takeConnectedLine() {
        connectedNum = givenNum;
        connectedName = givenName;
    }

    boolean isUp() {
        return state == 6;
    }

    boolean isNamed(String nameOrUniqueid) {
        return name.equalsIgnoreCase(nameOrUniqueid) || uniqueid.equals(nameOrUniqueid);
    }

    /** The headers that most events of a channel have, in Asterisk's order, each name with a prefix. */
    FakeMessage describe(FakeMessage message, String prefix) {
        message.with(prefix + "Channel", name)
                .with(prefix + "ChannelState", state)
                .with(prefix + "ChannelStateDesc", STATES.get(state))
                .with(prefix + "CallerIDNum", callerIdNum)
                .with(prefix + "CallerIDName", callerIdName)
                .with(prefix + "ConnectedLineNum", connectedNum)
                .with(prefix + "ConnectedLineName", connectedName)
                .with(prefix + "Language", "en")
                .with(prefix + "AccountCode", accountCode)
                .with(prefix + "Context", context)
                .with(prefix + "Exten", exten)
                .with(prefix + "Priority", priority)
                .with(prefix + "Uniqueid", uniqueid)
                .with(prefix + "Linkedid", uniqueid);
        shownVariables.forEach(v -> message.with(prefix + "ChanVariable", v));
        return message;
    }

    /** What CoreShowChannels adds. */
    FakeMessage describeApplication(FakeMessage message) {
        Duration age = Duration.ofNanos(System.nanoTime() - startNanos);
        return message.with("Application", application)
                .with("ApplicationData", "")
                .with("Duration", "%02d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart()))
                .with("BridgeId", "");
    }
}
