package org.switchroom.server.control;

/**
 * A server's lease as this node last had it from the database.
 *
 * @param epoch rises with each owner and term, never falls
 * @param endNanos until when it surely holds, on the clock of {@link System#nanoTime()}: counted from before the database was asked
 */
record Lease(long epoch, long endNanos) {}
