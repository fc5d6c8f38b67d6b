package org.switchroom.queue.catalogue;

import static org.switchroom.queue.catalogue.AmiClass.AGENT;
import static org.switchroom.queue.catalogue.AmiClass.CALL;
import static org.switchroom.queue.catalogue.AmiClass.ORIGINATE;
import static org.switchroom.queue.catalogue.AmiClass.REPORTING;
import static org.switchroom.queue.catalogue.AmiClass.SYSTEM;
import static org.switchroom.queue.catalogue.HeaderSpec.optional;
import static org.switchroom.queue.catalogue.HeaderSpec.repeatable;
import static org.switchroom.queue.catalogue.HeaderSpec.required;
import static org.switchroom.queue.catalogue.ValuePattern.number;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every action that may go through the queue. What is not here is refused. */
public final class ActionCatalogue {
    private static final ValuePattern PRIORITY = number(1, 999);
    private static final Set<AmiClass> CALLS = Set.of(CALL);

    private static final List<ActionSpec> ACTIONS = List.of(
            ActionSpec.once(
                    "Originate",
                    Set.of(ORIGINATE),
                    required("Channel", HeaderMeaning.DESTINATION),
                    required("Context", HeaderMeaning.CONTEXT),
                    required("Exten", HeaderMeaning.EXTENSION),
                    required("Priority", PRIORITY),
                    optional("Timeout", number(1000, 300_000)),
                    optional("CallerID", HeaderMeaning.CALLER_ID),
                    optional("Account", ValuePattern.ACCOUNT),
                    optional("EarlyMedia", ValuePattern.SWITCH),
                    optional("Codecs", ValuePattern.CODECS),
                    repeatable("Variable", HeaderMeaning.ASSIGNMENT)),
            ActionSpec.repeatable(
                    "Hangup",
                    Set.of(CALL, SYSTEM),
                    required("Channel", HeaderMeaning.CHANNEL),
                    optional("Cause", number(1, 127))),
            ActionSpec.once(
                    "Redirect",
                    CALLS,
                    required("Channel", HeaderMeaning.CHANNEL_UP),
                    required("Context", HeaderMeaning.CONTEXT),
                    required("Exten", HeaderMeaning.EXTENSION),
                    required("Priority", PRIORITY),
                    optional("ExtraChannel", HeaderMeaning.CHANNEL_UP),
                    optional("ExtraContext", HeaderMeaning.CONTEXT),
                    optional("ExtraExten", HeaderMeaning.EXTENSION),
                    optional("ExtraPriority", PRIORITY)),
            ActionSpec.once(
                    "Atxfer",
                    CALLS,
                    required("Channel", HeaderMeaning.CHANNEL_UP),
                    required("Context", HeaderMeaning.CONTEXT),
                    required("Exten", HeaderMeaning.EXTENSION)),
            ActionSpec.once("CancelAtxfer", CALLS, required("Channel", HeaderMeaning.CHANNEL)),
            ActionSpec.once(
                    "BlindTransfer",
                    CALLS,
                    required("Channel", HeaderMeaning.CHANNEL_UP),
                    required("Context", HeaderMeaning.CONTEXT),
                    required("Exten", HeaderMeaning.EXTENSION)),
            ActionSpec.once(
                    "Park",
                    CALLS,
                    required("Channel", HeaderMeaning.CHANNEL_UP),
                    optional("TimeoutChannel", HeaderMeaning.CHANNEL_NAME),
                    optional("AnnounceChannel", HeaderMeaning.CHANNEL_NAME),
                    optional("Timeout", number(1000, 3_600_000)),
                    optional("Parkinglot", ValuePattern.WORD)),
            ActionSpec.once(
                    "PlayDTMF",
                    CALLS,
                    required("Channel", HeaderMeaning.CHANNEL),
                    required("Digit", ValuePattern.DTMF_DIGIT),
                    optional("Duration", number(50, 10_000)),
                    optional("Receive", ValuePattern.SWITCH)),
            ActionSpec.once(
                    "Setvar",
                    CALLS,
                    required("Channel", HeaderMeaning.CHANNEL),
                    required("Variable", HeaderMeaning.VARIABLE_NAME),
                    required("Value", HeaderMeaning.VARIABLE_VALUE)),
            ActionSpec.once(
                    "ConfbridgeKick",
                    CALLS,
                    required("Conference", ValuePattern.WORD),
                    required("Channel", HeaderMeaning.CHANNEL_NAME)),
            mute("ConfbridgeMute"),
            mute("ConfbridgeUnmute"),
            ActionSpec.repeatable("ConfbridgeLock", CALLS, required("Conference", ValuePattern.WORD)),
            ActionSpec.repeatable("ConfbridgeUnlock", CALLS, required("Conference", ValuePattern.WORD)),
            ActionSpec.repeatable("ConfbridgeList", Set.of(REPORTING), required("Conference", ValuePattern.WORD)),
            ActionSpec.once(
                    "QueueAdd",
                    Set.of(AGENT),
                    required("Queue", ValuePattern.WORD),
                    required("Interface", HeaderMeaning.PHONE),
                    optional("Penalty", number(0, 1000)),
                    optional("Paused", ValuePattern.SWITCH),
                    optional("MemberName", ValuePattern.LABEL)),
            ActionSpec.once(
                    "QueueRemove",
                    Set.of(AGENT),
                    required("Queue", ValuePattern.WORD),
                    required("Interface", HeaderMeaning.PHONE)),
            ActionSpec.repeatable(
                    "QueuePause",
                    Set.of(AGENT),
                    required("Interface", HeaderMeaning.PHONE),
                    required("Paused", ValuePattern.SWITCH),
                    optional("Queue", ValuePattern.WORD),
                    optional("Reason", ValuePattern.LABEL)),
            ActionSpec.repeatable("Ping", Set.of()),
            ActionSpec.repeatable("CoreShowChannels", Set.of(REPORTING, SYSTEM)),
            ActionSpec.repeatable(
                    "Status", Set.of(CALL, REPORTING, SYSTEM), optional("Channel", HeaderMeaning.CHANNEL)),
            ActionSpec.pseudo("SwitchroomCancel", required("Id", number(1, Long.MAX_VALUE))));

    private static final Map<String, ActionSpec> BY_NAME = byName();

    private ActionCatalogue() {}

    /**
     * The action of this name, whatever the case.
     *
     * @throws ActionRefusedException if the catalogue does not have it; says why
     */
    public static ActionSpec find(String name) {
        ActionSpec found = BY_NAME.get(AsciiCase.fold(name));
        if (found == null) {
            throw new ActionRefusedException("action", RefusalRule.ACTION_NOT_ALLOWED, RefusalWords.ofAction(name));
        }
        return found;
    }

    /**
     * Whether this action may go a second time when nobody knows whether the first arrived. A channel must be named by its uniqueid
     * for that: names begin anew when Asterisk restarts, and the second could end another call.
     */
    public static boolean mayBeRepeated(String name, String headers) {
        ActionSpec spec = BY_NAME.get(AsciiCase.fold(name));
        return spec != null
                && spec.idempotent()
                && !spec.pseudo()
                && (!spec.name().equals("Hangup")
                        || HeadersText.read(headers).stream()
                                .filter(header -> AsciiCase.fold(header.name()).equals("channel"))
                                .allMatch(header -> header.values().stream().noneMatch(value -> value.contains("/"))));
    }

    /** All actions in the order of the documentation. */
    public static Collection<ActionSpec> all() {
        return ACTIONS;
    }

    private static ActionSpec mute(String name) {
        return ActionSpec.repeatable(
                name,
                CALLS,
                required("Conference", ValuePattern.WORD),
                required("Channel", HeaderMeaning.CHANNEL_NAME));
    }

    private static Map<String, ActionSpec> byName() {
        Map<String, ActionSpec> byName = new LinkedHashMap<>();
        ACTIONS.forEach(action -> byName.put(AsciiCase.fold(action.name()), action));
        return byName;
    }
}
