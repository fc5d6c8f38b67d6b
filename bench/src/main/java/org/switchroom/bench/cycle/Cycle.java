package org.switchroom.bench.cycle;

import java.sql.SQLException;

/** One who does a job. */
interface Cycle {
    String title();

    /** The largest size at which it is worth while to watch it. */
    default int largest() {
        return Integer.MAX_VALUE;
    }

    /** Makes its tables new for a job of this size. */
    void prepare(int size) throws SQLException;

    /** Works for about so long; how many units are done and durable. */
    long run(double seconds) throws Exception;
}
