package org.switchroom.inbound.control;

import org.switchroom.common.SituationException;
import org.switchroom.inbound.entity.ItemKey;

/** There is an item with this key already. */
public class InboundTakenException extends SituationException {
    private static final long serialVersionUID = 1L;

    public InboundTakenException(ItemKey key) {
        super("inbound-taken", "There is a %s already.".formatted(key.words()));
    }
}
