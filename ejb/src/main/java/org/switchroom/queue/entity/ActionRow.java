package org.switchroom.queue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/**
 * One action as anybody may read it, the columns as they are named in public. Read only here: rows are written by the queue's
 * own guarded statements.
 */
@MappedSuperclass
public abstract class ActionRow {
    @Id
    private Long id;

    @Column(name = "server_name")
    private String serverName;

    private String action;

    @Column(name = "headers", columnDefinition = "mediumtext")
    private String headers;

    @Column(name = "priority", columnDefinition = "tinyint")
    private Integer priority;

    @Column(name = "urgency", columnDefinition = "tinyint")
    private Integer urgency;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Enumerated(EnumType.STRING)
    private ActionStatus status;

    private String response;

    @Column(name = "response_message")
    private String responseMessage;

    private String node;

    private Long epoch;

    private int attempt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "responded_at")
    private Instant respondedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "call_state")
    private CallState callState;

    private String channel;

    private String uniqueid;

    private String linkedid;

    @Column(name = "hangup_cause")
    private Integer hangupCause;

    @Column(name = "hangup_cause_text")
    private String hangupCauseText;

    public Long getId() {
        return id;
    }

    public String getServerName() {
        return serverName;
    }

    public String getAction() {
        return action;
    }

    public String getHeaders() {
        return headers;
    }

    public Integer getPriority() {
        return priority;
    }

    public Integer getUrgency() {
        return urgency;
    }

    public Instant getNotBefore() {
        return notBefore;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }

    public String getIdempotencyKey() {
        return idempotencyKey;
    }

    public String getSubmittedBy() {
        return submittedBy;
    }

    public ActionStatus getStatus() {
        return status;
    }

    public String getResponse() {
        return response;
    }

    public String getResponseMessage() {
        return responseMessage;
    }

    public String getNode() {
        return node;
    }

    public Long getEpoch() {
        return epoch;
    }

    public int getAttempt() {
        return attempt;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public Instant getRespondedAt() {
        return respondedAt;
    }

    public Instant getFinishedAt() {
        return finishedAt;
    }

    public CallState getCallState() {
        return callState;
    }

    public String getChannel() {
        return channel;
    }

    public String getUniqueid() {
        return uniqueid;
    }

    public String getLinkedid() {
        return linkedid;
    }

    public Integer getHangupCause() {
        return hangupCause;
    }

    public String getHangupCauseText() {
        return hangupCauseText;
    }

    /** Whether it may still be cancelled. */
    public boolean isCancellable() {
        return status == ActionStatus.NEW;
    }
}
