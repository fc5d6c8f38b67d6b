package org.switchroom.system;

import java.util.Map;
import java.util.Set;

/** An action as a client sees it, by SQL or REST. */
public record ActionRow(Map<String, String> columns) {
    /** Each status of a row that is not over yet, for find_in_set. */
    public static final String UNFINISHED = "NEW,CLAIMED,SENT,UNKNOWN";

    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "EXPIRED", "CANCELLED");

    public String status() {
        return columns.get("status");
    }

    public String callState() {
        return columns.get("call_state");
    }

    public String hangupCause() {
        return columns.get("hangup_cause");
    }

    public String hangupCauseText() {
        return columns.get("hangup_cause_text");
    }

    public String message() {
        return columns.get("response_message");
    }

    public String uniqueid() {
        return columns.get("uniqueid");
    }

    public String channel() {
        return columns.get("channel");
    }

    public boolean isFinal() {
        return FINAL.contains(status());
    }

    /** Row and call are both over. */
    public boolean isOver() {
        return isFinal() && (callState() == null || "HUNGUP".equals(callState()));
    }

    public boolean isUp() {
        return "SUCCEEDED".equals(status()) && "UP".equals(callState());
    }

    /** Status, call and cause in one line. */
    public String outcome() {
        return status() + " " + callState() + " " + hangupCause();
    }
}
