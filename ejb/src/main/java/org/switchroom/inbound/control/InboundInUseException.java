package org.switchroom.inbound.control;

import java.util.List;
import java.util.stream.Collectors;
import org.switchroom.common.SituationException;
import org.switchroom.inbound.entity.ItemKey;

/** Others lead to what should be removed; the message names them. */
public class InboundInUseException extends SituationException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 20;

    private final transient List<ItemKey> users;

    public InboundInUseException(ItemKey key, List<ItemKey> users) {
        super("inbound-in-use", "Can't remove the %s: %s%s.".formatted(key.words(), named(users), verb(users)));
        this.users = List.copyOf(users);
    }

    /** Who leads to it. */
    public List<ItemKey> users() {
        return users;
    }

    private static String named(List<ItemKey> users) {
        String named = users.stream().limit(MOST_NAMED).map(ItemKey::words).collect(Collectors.joining(", "));
        return users.size() > MOST_NAMED ? named + " and %d more".formatted(users.size() - MOST_NAMED) : named;
    }

    private static String verb(List<ItemKey> users) {
        return users.size() == 1 ? " leads to it" : " lead to it";
    }
}
