package org.switchroom.web.push.feed;

import java.util.Locale;

/** What a change is of; the word is the name of its event. */
public enum ChangeKind {
    ACTION,
    CHANNEL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
