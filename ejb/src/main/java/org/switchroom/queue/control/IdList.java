package org.switchroom.queue.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * A statement that names rows by a list of their ids. There are few lengths of the list, so that few statements are prepared and kept; a
 * shorter list says its last id again. For a statement that gives all rows the same, this costs a database half of what a join with a
 * {@code json_table} does.
 */
final class IdList {
    static final int LONGEST = 500;

    private final TreeMap<Integer, String> byLength = new TreeMap<>();

    /** @param sql with {@code %s} in the place of the list, in brackets */
    IdList(String sql) {
        for (int length : new int[] {1, 10, 50, 200, LONGEST}) {
            byLength.put(length, sql.replace("%s", String.join(", ", Collections.nCopies(length, "?"))));
        }
    }

    /**
     * Prepares the statement for these ids, at most {@value #LONGEST}.
     *
     * @param before how many parameters stand before the list; they are the caller's to set
     */
    PreparedStatement prepare(Connection connection, int before, List<Long> ids) throws SQLException {
        var chosen = byLength.ceilingEntry(ids.size());
        PreparedStatement statement = connection.prepareStatement(chosen.getValue());
        for (int i = 0; i < chosen.getKey(); i++) {
            statement.setLong(before + 1 + i, ids.get(Math.min(i, ids.size() - 1)));
        }
        return statement;
    }
}
