/**
 * The mirror of live channels: table and memory, kept from events and audited against the servers' own lists. Does not belong here:
 * what a channel means for an action (queue) or which legs make a call (call).
 */
package org.switchroom.channel;
