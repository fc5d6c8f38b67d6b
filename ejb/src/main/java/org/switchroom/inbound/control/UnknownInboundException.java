package org.switchroom.inbound.control;

import org.switchroom.common.Quoted;
import org.switchroom.common.SituationException;
import org.switchroom.inbound.entity.ItemKey;

/** There is no such in-group, DID, call menu, music class or voicemail box. */
public class UnknownInboundException extends SituationException {
    private static final long serialVersionUID = 1L;

    public UnknownInboundException(ItemKey key) {
        super("not-found", "There is no %s %s.".formatted(key.kind().words(), Quoted.text(key.id())));
    }
}
