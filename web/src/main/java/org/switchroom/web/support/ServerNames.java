package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.switchroom.inbound.control.InboundInvalidException;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.Rule;
import org.switchroom.inbound.entity.Violation;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.entity.AsteriskServer;

/** The names of the Asterisk servers, for features that name one and know no more of it. */
@RequestScoped
public class ServerNames {
    private static final String SETTING = "server_name";

    @Inject
    private ServerRegistry registry;

    public List<String> all() {
        return registry.list().stream().map(AsteriskServer::getName).toList();
    }

    /** @throws InboundInvalidException if the item names a server that is not there */
    public InboundItem checked(InboundItem item) {
        boolean names = item.kind().setting(SETTING).isPresent();
        String server = names ? item.value(SETTING) : "";
        if (!server.isEmpty() && registry.find(server).isEmpty()) {
            throw new InboundInvalidException(List.of(Violation.of(SETTING, Rule.NOT_THERE, "server " + server)));
        }
        return item;
    }
}
