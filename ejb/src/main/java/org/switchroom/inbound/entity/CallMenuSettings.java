package org.switchroom.inbound.entity;

import static org.switchroom.inbound.entity.Section.GENERAL;
import static org.switchroom.inbound.entity.Section.HEARD;
import static org.switchroom.inbound.entity.Section.KEYS;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a call menu can be set to: what it says and where each key leads. There is no target that dials: whoever can make a menu dial
 * pays nothing for calls that the house pays for.
 */
final class CallMenuSettings {
    private static final TargetKind[] PLACES = {
        TargetKind.IN_GROUP,
        TargetKind.CALL_MENU,
        TargetKind.AGENT,
        TargetKind.VOICEMAIL_BOX,
        TargetKind.ROOM,
        TargetKind.REPEAT,
        TargetKind.HANG_UP
    };

    static final List<Setting> ALL = Stream.of(
                    Stream.of(
                            General.name().inLists(),
                            Setting.yesNo(GENERAL, "active", true).inLists(),
                            General.sound(HEARD, "prompt").mustBeGiven().inLists(),
                            Setting.number(HEARD, "key_wait_s", 5, 1, 60, "s"),
                            Setting.number(HEARD, "tries", 3, 1, 9, "times")),
                    Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "star", "hash")
                            .map(key -> Setting.target(KEYS, "key_" + key, "", PLACES)),
                    Stream.of(
                            Setting.target(KEYS, "timeout_target", "HANG_UP", PLACES),
                            Setting.target(KEYS, "invalid_target", "REPEAT", PLACES)))
            .flatMap(part -> part)
            .toList();

    private CallMenuSettings() {}
}
