package org.switchroom.inbound.entity;

import java.util.Arrays;
import java.util.Optional;

/** What a call can be sent to. */
public enum TargetKind {
    IN_GROUP(Syntax.KEY, InboundKind.IN_GROUP),
    CALL_MENU(Syntax.KEY, InboundKind.CALL_MENU),
    VOICEMAIL_BOX(Syntax.BOX, InboundKind.VOICEMAIL_BOX),
    AGENT(Syntax.NAME, null),
    EXTENSION(Syntax.EXTENSION, null),
    ROOM(Syntax.ROOM, null),
    /** An outside number, fixed by an administrator. */
    NUMBER(Syntax.NUMBER, null),
    /** The caller hangs up and keeps the place in the queue. */
    CALLBACK(null, null),
    /** The caller waits on. */
    WAIT(null, null),
    /** The menu speaks again. */
    REPEAT(null, null),
    HANG_UP(null, null);

    private final Syntax keys;
    private final InboundKind refersTo;

    TargetKind(Syntax keys, InboundKind refersTo) {
        this.keys = keys;
        this.refersTo = refersTo;
    }

    /** How its key is spelled; empty if it has none. */
    public Optional<Syntax> keys() {
        return Optional.ofNullable(keys);
    }

    /** The kind of item that its key names; empty if it names none. */
    public Optional<InboundKind> refersTo() {
        return Optional.ofNullable(refersTo);
    }

    static Optional<TargetKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
