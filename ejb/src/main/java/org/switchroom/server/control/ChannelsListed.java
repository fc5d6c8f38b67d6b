package org.switchroom.server.control;

import java.time.Instant;
import java.util.List;
import org.switchroom.ami.AmiEvent;

/**
 * A server listed all its channels (Asterisk: CoreShowChannels). What happened between asking and answering may or may not be in it.
 *
 * @param askedAt just before the action was written, in database time
 * @param channels one CoreShowChannel event each
 */
public record ChannelsListed(String serverName, Instant askedAt, Instant answeredAt, List<AmiEvent> channels) {}
