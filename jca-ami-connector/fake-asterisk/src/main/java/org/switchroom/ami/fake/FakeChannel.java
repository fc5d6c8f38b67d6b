package org.switchroom.ami.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One channel and what events say of it. Guarded by the lock of its {@link FakePbx}. */
final class FakeChannel {
    private static final Map<Integer, String> STATES = Map.of(0, "Down", 4, "Ring", 5, "Ringing", 6, "Up");
    private static final Map<String, String> APPLICATIONS =
            Map.of("switchroom-echo", "Echo", "switchroom-wait", "Wait", "swr-out", "AGI", "swr-conf", "ConfBridge");

    final String name;
    final String uniqueid;
    private final long startNanos = System.nanoTime();
    private final String callerIdNum;
    private final String callerIdName;
    private final String accountCode;
    private final List<String> shownVariables = new ArrayList<>();
    int state;
    String context;
    String exten;
    String priority;
    String application = "AppDial2";
    boolean gone;
    /** Called once when the attempt to reach the called party is over. */
    FakeOriginate originate;

    FakeChannel(String name, FakeOriginate originate) {
        this.name = name;
        this.uniqueid = originate.uniqueid();
        this.originate = originate;
        this.context = originate.context();
        this.exten = originate.exten();
        this.priority = originate.priority();
        this.callerIdNum = originate.callerIdNum();
        this.callerIdName = originate.callerIdName();
        this.accountCode = originate.accountCode();
        this.shownVariables.addAll(originate.shownVariables());
    }

    void runDialplan(String atContext, String atExten, String atPriority) {
        context = atContext;
        exten = atExten;
        priority = atPriority;
        application = APPLICATIONS.getOrDefault(atContext, "Wait");
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
                .with(prefix + "ConnectedLineNum", "<unknown>")
                .with(prefix + "ConnectedLineName", "<unknown>")
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
                .with("ApplicationData", "(Outgoing Line)")
                .with("Duration", "%02d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart()))
                .with("BridgeId", "");
    }
}
