package org.switchroom.inbound.entity;

import static org.switchroom.inbound.entity.Section.CALLERS;
import static org.switchroom.inbound.entity.Section.GENERAL;
import static org.switchroom.inbound.entity.Section.HOURS;
import static org.switchroom.inbound.entity.Section.ROUTE;

import java.util.List;

/** What a DID can be set to: where its calls go, by time and by caller. */
final class DidSettings {
    static final String SERVER = "server_name";
    static final String BLOCKED = "blocked_callers";
    static final String PRIORITY = "priority_callers";
    static final String PRIORITY_TARGET = "priority_target";

    private static final int MOST_CALLERS = 500;

    private static final TargetKind[] PLACES = {
        TargetKind.IN_GROUP,
        TargetKind.CALL_MENU,
        TargetKind.AGENT,
        TargetKind.EXTENSION,
        TargetKind.VOICEMAIL_BOX,
        TargetKind.ROOM,
        TargetKind.HANG_UP
    };

    static final List<Setting> ALL = List.of(
            General.name().inLists(),
            Setting.yesNo(GENERAL, "active", true).inLists(),
            Setting.text(GENERAL, SERVER, Syntax.NAME, 64).inLists(),
            Setting.target(ROUTE, "target", "", PLACES).mustBeGiven().inLists(),
            General.callTime(),
            Setting.target(HOURS, General.AFTER_HOURS, "HANG_UP", PLACES),
            Setting.lines(CALLERS, BLOCKED, Syntax.CALLER, MOST_CALLERS),
            Setting.target(CALLERS, "blocked_target", "HANG_UP", PLACES),
            Setting.lines(CALLERS, PRIORITY, Syntax.CALLER, MOST_CALLERS),
            Setting.target(CALLERS, PRIORITY_TARGET, "", PLACES));

    private DidSettings() {}
}
