/**
 * The contract of the Asterisk Manager Interface (AMI): what a caller sends and what comes back. Plain Java, no dependency.
 *
 * <p>Belongs here: messages, actions, responses, events, servers and the interfaces of connection and listener. Does not belong
 * here: sockets ({@code session}), bytes ({@code wire}), anything of Jakarta EE (the resource adapter) and any knowledge of
 * queues or calls (the features).
 */
package org.switchroom.ami;
