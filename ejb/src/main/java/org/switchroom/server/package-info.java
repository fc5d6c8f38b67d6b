/**
 * Asterisk servers: which there are, how to log in, how they are, and the one message-driven bean through which everything that
 * they tell comes up. Does not belong here: what a channel or an action means.
 */
package org.switchroom.server;
