package org.switchroom.channel.entity;

import java.io.Serializable;

/** A channel's server and uniqueid. */
public record ChannelKey(String serverName, String uniqueid) implements Serializable {}
