package org.switchroom.queue.control;

/** Something that changes one row of the queue, judged in memory while the row is locked. */
interface RowStep {
    /** The row's id. */
    long id();

    /** Changes the row if it may; whether it did. */
    boolean on(RowState row);
}
