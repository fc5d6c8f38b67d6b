package org.switchroom.ra.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;
import org.switchroom.ami.AmiServer;

/** Which server a connection is for. The container keeps one pool for each of these, so it is equal only for an equal server. */
public record AmiConnectionRequestInfo(AmiServer server) implements ConnectionRequestInfo {}
