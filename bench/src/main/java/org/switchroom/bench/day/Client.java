package org.switchroom.bench.day;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.switchroom.bench.Out;

/** One of the people at work: has some calls at once on one server. A thread of its own. */
abstract class Client implements Runnable, AutoCloseable {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final Day day;
    private final String server;
    private final int most;
    private final List<Call> calls = new ArrayList<>();
    private volatile boolean given;

    Client(Day day, String server, int most) {
        this.day = day;
        this.server = server;
        this.most = most;
    }

    final String server() {
        return server;
    }

    /** Calls that are not over. */
    final List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** Whether it gave up with calls whose end it did not see. */
    final boolean gaveUp() {
        return given;
    }

    /** Puts a row into the queue; returns its id. */
    abstract long submit(Demand demand) throws IOException, SQLException;

    /** Is called when a call has its row. */
    void begun(Call call) {}

    /** Reads what became of the calls, where that is not told to it. */
    abstract void look() throws IOException, SQLException;

    @Override
    public final void run() {
        long progress = System.nanoTime();
        try {
            while (!day.isAllBegun() || !calls().isEmpty()) {
                look();
                if (act()) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > GIVE_UP_NANOS && day.isAllBegun()) {
                    given = true;
                    return;
                }
                Day.pause(TICK_NANOS);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            given = true;
            Out.line("a client on %s ends: %s", server, e);
        }
    }

    /** @return whether anything was done */
    private boolean act() throws IOException, SQLException {
        boolean acted = false;
        for (Call call : calls()) {
            if (call.isOver()) {
                forget(call);
                acted = true;
                Optional<Demand> question = day.question(server);
                if (question.isPresent()) {
                    submit(question.get());
                }
            }
            for (Optional<Demand> next = call.next(); next.isPresent(); next = call.next()) {
                submit(next.get());
                acted = true;
            }
        }
        for (Optional<Call> next = begin(); next.isPresent(); next = begin()) {
            acted = true;
        }
        return acted;
    }

    private Optional<Call> begin() throws IOException, SQLException {
        if (calls().size() >= most) {
            return Optional.empty();
        }
        Optional<Call> next = day.next(server);
        if (next.isPresent()) {
            Call call = next.get();
            call.submittedAs(submit(call.originate()));
            synchronized (calls) {
                calls.add(call);
            }
            begun(call);
        }
        return next;
    }

    private void forget(Call call) {
        synchronized (calls) {
            calls.remove(call);
        }
    }

    @Override
    public abstract void close() throws IOException, SQLException;
}
