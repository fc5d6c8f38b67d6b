package org.switchroom.guard.control;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.DialledRow;

/** What the guard asks those who keep the rows. */
public interface DialledRows {

    /** Tells each row that dialled and was sent since then, in no order. */
    void sentSince(Instant from, Consumer<DialledRow> each);

    /** How far these calls have come; one whose row is gone is missing. */
    Map<Long, CallProgress> progress(Set<Long> ids);
}
