/**
 * Command connections: one pool per server, pipelined sends, validation by Ping, and an orderly end for what is in flight.
 *
 * <p>Does not belong here: what is sent and when (the features), bytes and sockets (module ami).
 */
package org.switchroom.ra.outbound;
