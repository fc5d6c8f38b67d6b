package org.switchroom.inbound.entity;

import java.util.ArrayList;
import java.util.List;

/** What two settings of one item owe each other. */
final class Agreement {
    private Agreement() {}

    static List<Violation> violations(InboundItem item) {
        List<Violation> found = new ArrayList<>();
        switch (item.kind()) {
            case IN_GROUP -> inGroup(item, found);
            case DID -> did(item, found);
            case VOICEMAIL_BOX -> voicemailBox(item, found);
            default -> {}
        }
        return found;
    }

    private static void inGroup(InboundItem group, List<Violation> found) {
        notLess(group, InGroupSettings.LIMIT_2, InGroupSettings.LIMIT_1, found);
        if (group.number(InGroupSettings.OVERFLOW_AFTER) > 0) {
            needs(group, InGroupSettings.OVERFLOW_AFTER, InGroupSettings.OVERFLOW_TARGET, found);
            if (group.number(InGroupSettings.LONGEST_WAIT) > 0) {
                notLess(group, InGroupSettings.LONGEST_WAIT, InGroupSettings.OVERFLOW_AFTER, found);
            }
        }
        group.references().forEach((setting, to) -> {
            if (to.equals(group.key())) {
                found.add(Violation.of(setting, Rule.ITSELF));
            }
        });
    }

    private static void did(InboundItem did, List<Violation> found) {
        if (!did.value(DidSettings.PRIORITY).isEmpty()) {
            needs(did, DidSettings.PRIORITY, DidSettings.PRIORITY_TARGET, found);
        }
    }

    private static void voicemailBox(InboundItem box, List<Violation> found) {
        notLess(box, SoundSettings.LONGEST, SoundSettings.SHORTEST, found);
        if (box.truth(SoundSettings.DELETE_SENT)) {
            needs(box, SoundSettings.DELETE_SENT, SoundSettings.MAIL, found);
        }
    }

    private static void notLess(InboundItem item, String greater, String less, List<Violation> found) {
        if (item.number(greater) < item.number(less)) {
            found.add(Violation.of(greater, Rule.LESS_THAN, less));
        }
    }

    private static void needs(InboundItem item, String setting, String other, List<Violation> found) {
        if (item.value(other).isEmpty()) {
            found.add(Violation.of(setting, Rule.ONLY_WITH, other));
        }
    }
}
