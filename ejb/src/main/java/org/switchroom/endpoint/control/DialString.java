package org.switchroom.endpoint.control;

import java.util.Optional;
import org.switchroom.endpoint.entity.Technology;

/**
 * A destination that Asterisk can dial, spelled anew from what it is made of. Only {@link DialGrammar} makes one, so whoever holds it knows
 * that the destination is allowed on its server.
 */
public final class DialString {
    private final Technology technology;
    private final String endpoint;
    private final String digits;
    private final boolean optimised;

    private DialString(Technology technology, String endpoint, String digits, boolean optimised) {
        this.technology = technology;
        this.endpoint = endpoint;
        this.digits = digits;
        this.optimised = optimised;
    }

    static DialString phone(Dialable phone) {
        return new DialString(phone.technology(), phone.name(), null, true);
    }

    static DialString throughTrunk(Dialable trunk, String digits) {
        return new DialString(trunk.technology(), trunk.name(), digits, true);
    }

    static DialString local(String context, String exten, boolean optimised) {
        return new DialString(Technology.LOCAL, context, exten, optimised);
    }

    public Technology technology() {
        return technology;
    }

    /** Name of the trunk, phone or, for Local, context. */
    public String endpoint() {
        return endpoint;
    }

    /** What is dialled through a trunk, or the extension of Local. */
    public Optional<String> digits() {
        return Optional.ofNullable(digits);
    }

    /** Whether this makes two channels, so that the second one needs an id too. */
    public boolean isLocal() {
        return technology == Technology.LOCAL;
    }

    /** As it goes to Asterisk. */
    public String spelled() {
        String target = digits == null ? endpoint : through(technology, endpoint, digits);
        return technology.spelling() + "/" + target + (optimised ? "" : "/n");
    }

    /** How a trunk of this technology is dialled, for messages. */
    static String example(Technology technology, String trunk) {
        return typed(technology, trunk, "<digits>");
    }

    /** How digits are dialled through a trunk, spelled only and not judged: what a form makes of its two fields. */
    public static String typed(Technology technology, String trunk, String digits) {
        return technology.spelling() + "/" + through(technology, trunk, digits);
    }

    private static String through(Technology technology, String name, String digits) {
        boolean last = technology == Technology.IAX2 || technology == Technology.DAHDI;
        return last ? name + "/" + digits : digits + "@" + name;
    }

    @Override
    public String toString() {
        return spelled();
    }
}
