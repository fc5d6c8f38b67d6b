package org.switchroom.common.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** The application's data source under JTA. Safe for use by many threads. */
@ApplicationScoped
public class JtaDatabase implements Database {
    @Resource(lookup = "java:/jdbc/SwitchroomDS")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Override
    public <T> T inNewTransaction(Work<T> work) {
        return Deadlocks.runAgain(() -> suspendedAround(() -> begun(work)));
    }

    @Override
    public <T> T inCurrentTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <T> T statementByStatement(Work<T> work) {
        return suspendedAround(() -> inCurrentTransaction(work));
    }

    private <T> T suspendedAround(Callable<T> work) {
        try {
            Transaction outer = transactions.suspend();
            try {
                return work.call();
            } finally {
                if (outer != null) {
                    transactions.resume(outer);
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T begun(Work<T> work) throws Exception {
        transactions.begin();
        try {
            T result = inCurrentTransaction(work);
            commit();
            return result;
        } finally {
            rollbackIfOpen();
        }
    }

    private void commit() {
        try {
            transactions.commit();
        } catch (Exception e) {
            throw DatabaseException.duringCommit(e);
        }
    }

    private void rollbackIfOpen() throws SystemException {
        int status = transactions.getStatus();
        if (status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK) {
            transactions.rollback();
        }
    }
}
