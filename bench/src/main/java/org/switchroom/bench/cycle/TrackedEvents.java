package org.switchroom.bench.cycle;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.ami.AmiSignal;
import org.switchroom.queue.control.BenchedQueue;

/** Ours: batches of events, as the adapter delivers them. Five events a call, calls interleaved; each call is a row that was sent. */
final class TrackedEvents implements Cycle {
    static final int CALLS = 40_000;
    static final int EVENTS_PER_CALL = 5;

    private final BenchDatabase database;
    private final BenchedQueue queue;
    private int batch;

    TrackedEvents(BenchDatabase database) {
        this.database = database;
        this.queue = new BenchedQueue(database, Instant.now());
    }

    @Override
    public String title() {
        return "Switchroom";
    }

    @Override
    public void prepare(int size) throws SQLException {
        batch = size;
        renew();
    }

    private void renew() throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (int id = 1; id <= CALLS; id++) {
            rows.append(id == 1 ? "" : ", ")
                    .append('(')
                    .append(id)
                    .append(", 'pbx1', 'Originate', '{}', 'SENT', null, 1, 'swr-")
                    .append(id)
                    .append("-benchmark')");
        }
        database.run(
                "truncate table queued_action",
                "truncate table action_transition",
                "insert into queued_action (id, server_name, action, headers, status, stage, epoch, uniqueid) values "
                        + rows);
    }

    @Override
    public long run(double seconds) throws SQLException {
        long events = 0;
        long until = System.nanoTime() + (long) (seconds * 1e9);
        int calls = 2 * batch / EVENTS_PER_CALL;
        for (int first = 1; System.nanoTime() < until; first += calls) {
            if (first + calls > CALLS + 1) {
                renew();
                first = 1;
            }
            for (List<AmiSignal> signals : ofCalls(first, calls)) {
                queue.happened(signals);
                events += signals.size();
            }
        }
        return events;
    }

    /** Two batches: what happened first to so many calls, and what happened then; no call's events come all in one. */
    private static List<List<AmiSignal>> ofCalls(int first, int calls) {
        List<List<AmiSignal>> batches = new ArrayList<>();
        List<AmiSignal> all = new ArrayList<>();
        for (int step = 0; step < EVENTS_PER_CALL; step++) {
            for (int call = first; call < first + calls; call++) {
                all.add(event(step, "swr-" + call + "-benchmark", "PJSIP/carrier-%08x".formatted(call)));
            }
        }
        int half = all.size() / 2;
        batches.add(List.copyOf(all.subList(0, half)));
        batches.add(List.copyOf(all.subList(half, all.size())));
        return batches;
    }

    private static AmiSignal event(int step, String uniqueid, String channel) {
        return switch (step) {
            case 0 -> Messages.channel("Newchannel", uniqueid, channel, "0", "Down");
            case 1 -> Messages.channel("Newstate", uniqueid, channel, "5", "Ringing");
            case 2 -> Messages.channel("Newstate", uniqueid, channel, "6", "Up");
            case 3 ->
                Messages.channel(
                        "OriginateResponse",
                        uniqueid,
                        channel,
                        "6",
                        "Up",
                        "ActionID",
                        uniqueid,
                        "Response",
                        "Success",
                        "Reason",
                        "4");
            default ->
                Messages.channel("Hangup", uniqueid, channel, "6", "Up", "Cause", "16", "Cause-txt", "Normal Clearing");
        };
    }
}
