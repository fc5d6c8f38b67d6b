package org.switchroom.ami.fake;

import java.util.Map;

/** Words of hangup causes, as Asterisk spells them. */
final class FakeCauses {
    private static final Map<Integer, String> TEXTS = Map.of(
            0, "Unknown",
            1, "Unallocated (unassigned) number",
            16, "Normal Clearing",
            17, "User busy",
            19, "User alerting, no answer",
            21, "Call Rejected",
            34, "Circuit/channel congestion");

    private FakeCauses() {}

    static String text(int cause) {
        return TEXTS.getOrDefault(cause, "Unknown");
    }
}
