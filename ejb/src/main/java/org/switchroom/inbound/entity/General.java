package org.switchroom.inbound.entity;

/** Settings that several kinds have. */
final class General {
    static final String NAME = "name";
    static final String AFTER_HOURS = "after_hours_target";

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_KEY = 20;

    private General() {}

    static Setting name() {
        return Setting.text(Section.GENERAL, NAME, Syntax.ANY, LONGEST_NAME).mustBeGiven();
    }

    static Setting callTime() {
        return Setting.text(Section.HOURS, "call_time", Syntax.KEY, LONGEST_KEY);
    }

    static Setting sound(Section section, String id) {
        return Setting.text(section, id, Syntax.SOUND, 255);
    }
}
