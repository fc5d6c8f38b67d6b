/**
 * The day of 2004, replayed: its actions and calls over five real Asterisk servers, by clients that poll and clients that are pushed to, in minutes; beside a sender that
 * starts a process for each action. What the queue itself can do is measured in {@code queue}.
 */
package org.switchroom.bench.day;
