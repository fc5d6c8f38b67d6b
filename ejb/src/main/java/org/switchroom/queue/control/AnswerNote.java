package org.switchroom.queue.control;

import java.time.Instant;

/** What AMI answered where the answer does not decide (Asterisk: Originate successfully queued). */
record AnswerNote(long id, long epoch, String response, String message, Instant at) implements RowStep {
    @Override
    public boolean on(RowState row) {
        return row.note(this);
    }
}
