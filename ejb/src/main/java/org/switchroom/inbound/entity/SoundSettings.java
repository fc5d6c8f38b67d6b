package org.switchroom.inbound.entity;

import static org.switchroom.inbound.entity.Section.GENERAL;
import static org.switchroom.inbound.entity.Section.HEARD;
import static org.switchroom.inbound.entity.Section.MESSAGES;

import java.util.List;

/** What a music class and a voicemail box can be set to. The PIN of a box stays on the PBX and is no setting here. */
final class SoundSettings {
    static final String SHORTEST = "shortest_message_s";
    static final String LONGEST = "longest_message_s";
    static final String MAIL = "mail";
    static final String DELETE_SENT = "delete_after_mail";

    static final List<Setting> MUSIC_CLASS = List.of(
            General.name().inLists(),
            General.sound(HEARD, "folder").inLists(),
            Setting.choice(HEARD, "play_order", "ALPHABETICAL", "RANDOM", "RANDOM_START")
                    .inLists(),
            General.sound(HEARD, "between"));

    static final List<Setting> VOICEMAIL_BOX = List.of(
            General.name().inLists(),
            Setting.yesNo(GENERAL, "active", true).inLists(),
            Setting.text(GENERAL, DidSettings.SERVER, Syntax.NAME, 64),
            Setting.text(GENERAL, "vm_context", Syntax.KEY, 20)
                    .otherwise("default")
                    .mustBeGiven(),
            Setting.text(GENERAL, "owner", Syntax.NAME, 64).inLists(),
            Setting.choice(HEARD, "greeting", "UNAVAILABLE", "BUSY", "BEEP_ONLY"),
            Setting.text(HEARD, "vm_language", Syntax.LANGUAGE, 5),
            Setting.text(MESSAGES, MAIL, Syntax.MAIL, 254).inLists(),
            Setting.yesNo(MESSAGES, "attach", true),
            Setting.yesNo(MESSAGES, DELETE_SENT, false),
            Setting.number(MESSAGES, "most_messages", 100, 1, 9999, "messages"),
            Setting.number(MESSAGES, SHORTEST, 3, 0, 60, "s"),
            Setting.number(MESSAGES, LONGEST, 180, 10, 3600, "s"));

    private SoundSettings() {}
}
