package org.switchroom.bench.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of one client, from its Originate to its end. Its client steps it; who reads rows tells it what they say. */
final class Call {
    private final Day day;
    private final String server;
    private final String number;
    private final List<String> steps;
    private final long holdNanos;
    private final Demand originate;

    private volatile long id;
    private volatile String channel = "";
    private volatile boolean over;
    private volatile long upSince;
    private int stepsDone;
    private boolean hungUp;

    Call(Day day, String server, String number, List<String> steps, long holdNanos) {
        this.day = day;
        this.server = server;
        this.number = number;
        this.steps = List.copyOf(steps);
        this.holdNanos = holdNanos;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Channel", "PJSIP/" + number + "@carrier");
        headers.put("Context", "switchroom-wait");
        headers.put("Exten", "s");
        headers.put("Priority", "1");
        headers.put("Timeout", "20000");
        this.originate = day.demand(server, "Originate", headers);
    }

    Demand originate() {
        return originate;
    }

    long id() {
        return id;
    }

    void submittedAs(long rowId) {
        id = rowId;
    }

    /** What its row says now. */
    void tell(String status, String callState, String channelName) {
        if (callState.equals("UP") && upSince == 0) {
            channel = channelName;
            upSince = System.nanoTime();
        }
        over |= callState.equals("HUNGUP")
                || (callState.isEmpty()
                        && (status.equals("FAILED") || status.equals("EXPIRED") || status.equals("CANCELLED")));
    }

    boolean isOver() {
        return over;
    }

    /** What it wants next, if the time has come: its steps spread over the time it is up, then the end. */
    Optional<Demand> next() {
        if (over || hungUp || upSince == 0) {
            return Optional.empty();
        }
        long up = System.nanoTime() - upSince;
        if (stepsDone < steps.size() && up >= holdNanos * stepsDone / (steps.size() + 1)) {
            return Optional.of(step(steps.get(stepsDone++)));
        }
        if (up < holdNanos || stepsDone < steps.size()) {
            return Optional.empty();
        }
        hungUp = true;
        return Optional.of(day.demand(server, "Hangup", Map.of("Channel", channel, "Cause", "16")));
    }

    private Demand step(String action) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Channel", channel);
        switch (action) {
            case "Setvar" -> {
                headers.put("Variable", "X_step");
                headers.put("Value", number);
            }
            case "PlayDTMF" -> headers.put("Digit", "5");
            default -> {
                headers.put("Context", "switchroom-wait");
                headers.put("Exten", "s");
                headers.put("Priority", "1");
            }
        }
        return day.demand(server, action, headers);
    }
}
