package org.switchroom.queue.control;

import java.time.Instant;
import org.switchroom.ami.AmiResponse;

/** What became of one claimed action on its way to the server; each is stored on its row. */
sealed interface Outcome {

    ClaimedAction action();

    Instant at();

    /** Written whole; without a response it becomes UNKNOWN at settleBy. */
    record Written(ClaimedAction action, Instant at, Instant settleBy) implements Outcome {}

    /** Proven that no byte was written: it may wait for the next claim. */
    record NotWritten(ClaimedAction action, Instant at, String reason) implements Outcome {}

    /** Refused by us, or its time is over; never written. */
    record Refused(ClaimedAction action, Instant at, boolean expired, String reason) implements Outcome {}

    /** The server answered. */
    record Answered(ClaimedAction action, Instant at, AmiResponse response) implements Outcome {}

    /** Nobody can say what became of it. */
    record Lost(ClaimedAction action, Instant at, String reason) implements Outcome {}
}
