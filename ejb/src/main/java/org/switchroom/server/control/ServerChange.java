package org.switchroom.server.control;

import java.util.Optional;
import org.switchroom.server.entity.AsteriskServer;

/** An administrator added, changed or (server empty) removed a server. Observed after the commit. */
public record ServerChange(String name, Optional<AsteriskServer> server) {}
