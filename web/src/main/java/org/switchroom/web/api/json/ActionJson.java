package org.switchroom.web.api.json;

import org.switchroom.queue.entity.ActionRow;
import org.switchroom.queue.entity.ActionTransition;

/** Actions and their steps as JSON. */
public final class ActionJson {
    private ActionJson() {}

    /** All public columns of the row. */
    public static void write(ActionRow row, JsonFields json) {
        json.field("id", row.getId())
                .field("server_name", row.getServerName())
                .field("action", row.getAction())
                .foreignJson("headers", row.getHeaders())
                .field("priority", row.getPriority())
                .field("urgency", row.getUrgency())
                .field("not_before", row.getNotBefore())
                .field("created_at", row.getCreatedAt())
                .field("expires_at", row.getExpiresAt())
                .field("idempotency_key", row.getIdempotencyKey())
                .field("submitted_by", row.getSubmittedBy())
                .field("status", row.getStatus())
                .field("response", row.getResponse())
                .field("response_message", row.getResponseMessage())
                .field("node", row.getNode())
                .field("epoch", row.getEpoch())
                .field("attempt", row.getAttempt())
                .field("sent_at", row.getSentAt())
                .field("responded_at", row.getRespondedAt())
                .field("finished_at", row.getFinishedAt())
                .field("call_state", row.getCallState())
                .field("channel", row.getChannel())
                .field("uniqueid", row.getUniqueid())
                .field("linkedid", row.getLinkedid())
                .field("hangup_cause", row.getHangupCause())
                .field("hangup_cause_text", row.getHangupCauseText());
    }

    public static void write(ActionTransition step, JsonFields json) {
        json.field("id", step.getId())
                .field("queued_action_id", step.getQueuedActionId())
                .field("from_status", step.getFromStatus())
                .field("to_status", step.getToStatus())
                .field("at", step.getAt())
                .field("node", step.getNode())
                .field("reason", step.getReason());
    }
}
