package org.switchroom.common.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** The application's data source under JTA. Safe for use by many threads. */
@ApplicationScoped
public class JtaDatabase implements Database {
    private static final int MAX_RUNS = 6;

    @Resource(lookup = "java:/jdbc/SwitchroomDS")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Override
    public <T> T inNewTransaction(Work<T> work) {
        for (int run = 1; ; run++) {
            try {
                return suspendedAround(work);
            } catch (DatabaseException e) {
                if (!e.mayRunAgain() || run == MAX_RUNS) {
                    throw e;
                }
                long pauseMillis = ThreadLocalRandom.current().nextLong(10, 201);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            }
        }
    }

    @Override
    public <T> T inCurrentTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T suspendedAround(Work<T> work) {
        try {
            Transaction outer = transactions.suspend();
            try {
                return begun(work);
            } finally {
                if (outer != null) {
                    transactions.resume(outer);
                }
            }
        } catch (DatabaseException e) {
            throw e;
        } catch (Exception e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T begun(Work<T> work) throws Exception {
        transactions.begin();
        try {
            T result = inCurrentTransaction(work);
            transactions.commit();
            return result;
        } finally {
            rollbackIfOpen();
        }
    }

    private void rollbackIfOpen() throws SystemException {
        int status = transactions.getStatus();
        if (status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK) {
            transactions.rollback();
        }
    }
}
