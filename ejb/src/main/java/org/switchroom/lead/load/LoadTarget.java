package org.switchroom.lead.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where the rows of a load go, a batch at a time. */
interface LoadTarget {

    /** The same rows in the same order, those refused that are there already or that nobody may call. Writes nothing. */
    List<RowReading.Row> checked(Connection connection, List<RowReading.Row> rows) throws SQLException;

    /** Stores those that are not refused. */
    void store(Connection connection, List<RowReading.Row> rows) throws SQLException;
}
