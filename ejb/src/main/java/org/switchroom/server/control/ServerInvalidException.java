package org.switchroom.server.control;

import java.util.List;
import org.switchroom.common.SituationException;
import org.switchroom.server.entity.ServerSettings;

/** Settings of a server that can't be right; names each field and its rule. */
public final class ServerInvalidException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final transient List<ServerSettings.Violation> violations;

    public ServerInvalidException(List<ServerSettings.Violation> violations) {
        super("server-invalid", violations.toString());
        this.violations = List.copyOf(violations);
    }

    public List<ServerSettings.Violation> violations() {
        return violations;
    }
}
