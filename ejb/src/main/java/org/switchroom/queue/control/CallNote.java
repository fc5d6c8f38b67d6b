package org.switchroom.queue.control;

import java.time.Instant;

/** What events say of a row's call, taken over into its columns. */
record CallNote(CallChange change, Instant at) implements RowStep {
    @Override
    public long id() {
        return change.tag().id();
    }

    @Override
    public boolean on(RowState row) {
        return row.tell(change, at);
    }
}
