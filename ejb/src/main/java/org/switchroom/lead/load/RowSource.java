package org.switchroom.lead.load;

import java.util.Optional;

/** The rows of a file behind its head, one after the other. */
public interface RowSource extends AutoCloseable {

    /** The most columns that a file may have. */
    int MOST_COLUMNS = 500;

    /** The most characters that a row may have. */
    int LONGEST_ROW = 256 * 1024;

    /**
     * The cells of the next row; empty at the end.
     *
     * @throws org.switchroom.lead.entity.UploadRefusedException if the file can't be read on
     */
    Optional<String[]> next();

    @Override
    void close();
}
