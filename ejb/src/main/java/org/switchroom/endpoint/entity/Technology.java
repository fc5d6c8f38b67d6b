package org.switchroom.endpoint.entity;

import java.util.Arrays;
import java.util.Optional;

/** A channel technology of Asterisk, spelled as in a dial string. */
public enum Technology {
    PJSIP("PJSIP"),
    IAX2("IAX2"),
    DAHDI("DAHDI"),
    LOCAL("Local");

    private final String spelling;

    Technology(String spelling) {
        this.spelling = spelling;
    }

    /** As it stands in front of the slash of a dial string and in the column {@code technology}. */
    public String spelling() {
        return spelling;
    }

    /** The technology of this exact spelling. */
    public static Optional<Technology> spelled(String spelling) {
        return Arrays.stream(values()).filter(t -> t.spelling.equals(spelling)).findFirst();
    }
}
