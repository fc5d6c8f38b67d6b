package org.switchroom.system;

import java.util.Map;
import java.util.Set;

/** An action as a client sees it, by SQL or REST. */
record ActionRow(Map<String, String> columns) {
    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAILED", "EXPIRED", "CANCELLED");

    String status() {
        return columns.get("status");
    }

    String callState() {
        return columns.get("call_state");
    }

    String hangupCause() {
        return columns.get("hangup_cause");
    }

    String hangupCauseText() {
        return columns.get("hangup_cause_text");
    }

    String message() {
        return columns.get("response_message");
    }

    String uniqueid() {
        return columns.get("uniqueid");
    }

    String channel() {
        return columns.get("channel");
    }

    boolean isFinal() {
        return FINAL.contains(status());
    }

    /** Row and call are both over. */
    boolean isOver() {
        return isFinal() && (callState() == null || "HUNGUP".equals(callState()));
    }

    boolean isUp() {
        return "SUCCEEDED".equals(status()) && "UP".equals(callState());
    }

    /** Status, call and cause in one line. */
    String outcome() {
        return status() + " " + callState() + " " + hangupCause();
    }
}
