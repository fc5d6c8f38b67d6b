package org.switchroom.common.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.switchroom.common.Clock;

/** The clock of this machine. */
@ApplicationScoped
public class SystemClock implements Clock {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }
}
