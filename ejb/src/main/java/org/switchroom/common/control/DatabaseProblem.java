package org.switchroom.common.control;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What a database's error means and what is to be done about it, for MySQL and MariaDB alike: the one table of the house. */
public enum DatabaseProblem {
    /** 1213, 1205, SQLState 40001: rolled back for the sake of another. The whole transaction runs again. */
    RUN_AGAIN,
    /** SQLState 08*, or no connection at all: nothing was stored. Again, as long as the caller may wait. */
    OUT_OF_REACH,
    /** The connection broke while COMMIT was under way: stored or not, only reading back tells. Never run again blindly. */
    OUTCOME_UNKNOWN,
    /** 1290, 1836: a replica, or a primary that was demoted. As out of reach; other connections may lead elsewhere. */
    READ_ONLY,
    /** 1040, 1203, 1226, or no free connection in the pool in time. As out of reach. */
    TOO_MANY_CONNECTIONS,
    /** 1114, 1021, 28: table or disk is full. No retry helps; what is submitted is refused, calls go on. */
    FULL,
    /** 3024, 1969, 1317: cancelled, or longer than it may take. The user is told. */
    STOPPED,
    /** 1044, 1045, 1142, 1143, 1146, 1054, 1049: rights or tables are missing. */
    NOT_READY,
    /** 1062: a row of this unique key is there already. */
    DUPLICATE_KEY,
    /** All else: our mistake. */
    OUR_MISTAKE;

    /** MySQL's driver, of a statement that its connection took with it when it broke; with the state of a wrong argument (S1009). */
    private static final String CLOSED_STATEMENT = "No operations allowed after statement closed.";

    private static final Map<DatabaseProblem, LongAdder> COUNTS = new EnumMap<>(DatabaseProblem.class);

    static {
        for (DatabaseProblem problem : values()) {
            COUNTS.put(problem, new LongAdder());
        }
    }

    /** Whether it passes by itself, so that a client may come again later. */
    public boolean passes() {
        return switch (this) {
            case RUN_AGAIN, OUT_OF_REACH, OUTCOME_UNKNOWN, READ_ONLY, TOO_MANY_CONNECTIONS, FULL -> true;
            case STOPPED, NOT_READY, DUPLICATE_KEY, OUR_MISTAKE -> false;
        };
    }

    /** How often it was met since this node started; each run that was made again counts. */
    public long count() {
        return COUNTS.get(this).sum();
    }

    void met() {
        COUNTS.get(this).increment();
    }

    /** What an exception means, by the first of its causes that the database or its driver made. */
    static DatabaseProblem of(Throwable thrown) {
        SQLException error = sqlError(thrown);
        return error == null ? OUT_OF_REACH : of(error);
    }

    /** What an exception means that was thrown while COMMIT was under way. */
    static DatabaseProblem duringCommit(Throwable thrown) {
        SQLException error = sqlError(thrown);
        DatabaseProblem problem = error == null ? OUT_OF_REACH : of(error);
        return problem == OUT_OF_REACH ? OUTCOME_UNKNOWN : problem;
    }

    /** Breadth first: a transaction manager keeps the database's own words among the suppressed. */
    private static SQLException sqlError(Throwable thrown) {
        Deque<Throwable> open = new ArrayDeque<>();
        Set<Throwable> seen = new HashSet<>();
        open.add(thrown);
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (next instanceof SQLException e) {
                return e;
            }
            if (seen.add(next)) {
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
                open.addAll(Set.of(next.getSuppressed()));
            }
        }
        return null;
    }

    private static DatabaseProblem of(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1213, 1205 -> RUN_AGAIN;
            case 1290, 1836 -> READ_ONLY;
            case 1040, 1203, 1226 -> TOO_MANY_CONNECTIONS;
            case 1114, 1021, 28 -> FULL;
            case 3024, 1969, 1317 -> STOPPED;
            case 1044, 1045, 1049, 1142, 1143, 1146, 1054 -> NOT_READY;
            case 1062 -> DUPLICATE_KEY;
            case 1053, 1080, 1152, 1158, 1159, 1160, 1161, 1927 -> OUT_OF_REACH;
            default -> byState(e);
        };
    }

    /** A pool's own words: WildFly's IJ000453 wraps IJ000655 when no connection became free in time. */
    private static boolean isPoolTimeout(SQLException e) {
        return Stream.iterate((Throwable) e, thrown -> thrown != null, Throwable::getCause)
                .anyMatch(thrown -> String.valueOf(thrown.getMessage()).contains("IJ000655"));
    }

    private static DatabaseProblem byState(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return isPoolTimeout(e) ? TOO_MANY_CONNECTIONS : OUT_OF_REACH;
        }
        if (String.valueOf(e.getMessage()).equals(CLOSED_STATEMENT)) {
            return OUT_OF_REACH;
        }
        if (state.equals("40001")) {
            return RUN_AGAIN;
        }
        return state.startsWith("08") ? OUT_OF_REACH : OUR_MISTAKE;
    }
}
