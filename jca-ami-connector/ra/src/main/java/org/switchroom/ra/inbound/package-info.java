/**
 * Event streams: servers join and leave at run time; each has a socket that is kept open, a bounded buffer and one thread
 * that delivers batches in order to the message-driven bean.
 *
 * <p>Does not belong here: what an event means (the features), bytes and sockets (module ami).
 */
package org.switchroom.ra.inbound;
