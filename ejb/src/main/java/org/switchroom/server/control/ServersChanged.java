package org.switchroom.server.control;

import java.util.Set;

/** Servers were added, changed, removed, or their state is another. Fired within the transaction. */
public record ServersChanged(Set<String> names) {}
