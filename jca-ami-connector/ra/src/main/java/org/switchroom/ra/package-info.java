/**
 * The resource adapter (Jakarta Connectors 2.1) over the Asterisk Manager Interface: life cycle, threads, figures per server.
 *
 * <p>Belongs here: what the container asks of an adapter. Outbound connections are in {@code outbound}, event streams in
 * {@code inbound}. Does not belong here: the protocol itself (module ami) and any knowledge of queues or calls (the features).
 */
package org.switchroom.ra;
