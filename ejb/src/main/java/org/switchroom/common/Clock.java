package org.switchroom.common;

import java.time.Instant;

/** Where time comes from; tests set it by hand. Times that decide about rows are the database's, not this clock's. */
public interface Clock {

    /** The time of day, UTC. May jump. */
    Instant now();

    /** Nanoseconds since some fixed moment; never goes back. Only differences mean something. */
    long monotonicNanos();
}
