package org.switchroom.channel.control;

import java.util.Set;

/** Channels of these servers came, changed or went. Fired within the transaction, so observe it after success. */
public record ChannelsChanged(Set<String> serverNames, Set<String> uniqueids) {}
