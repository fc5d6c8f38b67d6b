package org.switchroom.common.control;

import java.sql.Connection;
import java.sql.SQLException;

/** Where features run SQL. In the container it is JTA's, in a test a plain data source. */
public interface Database {

    /** A piece of work on a connection that belongs to the transaction and is closed by the database, not by the work. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the work in a transaction of its own and commits. A deadlock or a lock wait (MySQL 1213, 1205) runs the whole work
     * again, at most 5 times with 10 to 200 ms between; so the work must not do anything but SQL.
     *
     * @throws DatabaseException if the work or the commit failed; nothing was stored unless the error says otherwise
     */
    <T> T inNewTransaction(Work<T> work);

    /**
     * Runs the work outside any transaction: the database commits each statement by itself, with its answer. For work whose locks
     * must not outlive this node's connection: a transaction that is cut off half way keeps them until the database gives the
     * connection up, which may take hours.
     */
    <T> T statementByStatement(Work<T> work);

    /** Runs the work in the caller's transaction, which the caller commits. */
    <T> T inCurrentTransaction(Work<T> work);
}
