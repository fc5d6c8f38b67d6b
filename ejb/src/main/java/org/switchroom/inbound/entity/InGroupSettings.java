package org.switchroom.inbound.entity;

import static org.switchroom.inbound.entity.Section.AGENT;
import static org.switchroom.inbound.entity.Section.GENERAL;
import static org.switchroom.inbound.entity.Section.HEARD;
import static org.switchroom.inbound.entity.Section.HOURS;
import static org.switchroom.inbound.entity.Section.SERVICE;
import static org.switchroom.inbound.entity.Section.WAITING;

import java.util.List;

/** What an in-group can be set to: who answers, what callers hear, how long they wait and what follows. */
final class InGroupSettings {
    static final String OVERFLOW_AFTER = "overflow_after_s";
    static final String OVERFLOW_TARGET = "overflow_target";
    static final String LONGEST_WAIT = "longest_wait_s";
    static final String LIMIT_1 = "service_limit_1_s";
    static final String LIMIT_2 = "service_limit_2_s";
    static final String RULE = "next_agent_rule";

    private static final String SECONDS = "s";
    private static final int TWO_HOURS = 7200;
    private static final int ONE_HOUR = 3600;
    private static final String HANG_UP = TargetKind.HANG_UP.name();

    private static final TargetKind[] PLACES = {
        TargetKind.IN_GROUP,
        TargetKind.CALL_MENU,
        TargetKind.VOICEMAIL_BOX,
        TargetKind.NUMBER,
        TargetKind.CALLBACK,
        TargetKind.HANG_UP
    };

    private static final TargetKind[] PLACES_OR_WAIT = {
        TargetKind.WAIT,
        TargetKind.IN_GROUP,
        TargetKind.CALL_MENU,
        TargetKind.VOICEMAIL_BOX,
        TargetKind.NUMBER,
        TargetKind.CALLBACK,
        TargetKind.HANG_UP
    };

    static final List<Setting> ALL = List.of(
            General.name().inLists(),
            Setting.yesNo(GENERAL, "active", true).inLists(),
            Setting.number(GENERAL, "priority", 50, 0, 99, "").inLists(),
            Setting.choice(
                            GENERAL,
                            RULE,
                            "LONGEST_WAIT",
                            "OLDEST_CALL_FINISH",
                            "OLDEST_CALL_START",
                            "FEWEST_CALLS",
                            "SKILL_LEVEL",
                            "AGENT_RANK",
                            "GRADE_LOTTERY",
                            "RANDOM",
                            "SAME_AGENT_FIRST",
                            "RING_ALL")
                    .inLists(),
            Setting.number(GENERAL, "same_agent_s", 20, 1, ONE_HOUR, SECONDS),
            General.sound(HEARD, "welcome"),
            Setting.reference(HEARD, "music_class", InboundKind.MUSIC_CLASS),
            Setting.yesNo(HEARD, "announce_position", false),
            Setting.yesNo(HEARD, "announce_wait", false),
            General.sound(HEARD, "announcement"),
            Setting.number(HEARD, "announce_every_s", 60, 10, ONE_HOUR, SECONDS),
            Setting.number(WAITING, "most_waiting", 0, 0, 10_000, "calls"),
            Setting.target(WAITING, "full_target", HANG_UP, PLACES),
            Setting.target(WAITING, "no_agents_target", "WAIT", PLACES_OR_WAIT),
            Setting.number(WAITING, OVERFLOW_AFTER, 0, 0, TWO_HOURS, SECONDS),
            Setting.target(WAITING, OVERFLOW_TARGET, "", PLACES).inLists(),
            Setting.number(WAITING, LONGEST_WAIT, 900, 0, TWO_HOURS, SECONDS),
            Setting.target(WAITING, "longest_wait_target", HANG_UP, PLACES),
            General.callTime(),
            Setting.target(HOURS, General.AFTER_HOURS, HANG_UP, PLACES),
            Setting.number(SERVICE, LIMIT_1, 20, 1, ONE_HOUR, SECONDS),
            Setting.number(SERVICE, LIMIT_2, 40, 1, ONE_HOUR, SECONDS),
            Setting.choice(AGENT, "recording", "NEVER", "ON_DEMAND", "ALL", "ALL_FORCED"),
            Setting.text(AGENT, "script", Syntax.KEY, 20),
            Setting.number(AGENT, "wrap_up_s", 0, 0, ONE_HOUR, SECONDS));

    private InGroupSettings() {}
}
