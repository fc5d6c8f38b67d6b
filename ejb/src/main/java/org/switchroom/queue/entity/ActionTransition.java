package org.switchroom.queue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One step of an action's life. */
@Entity
@Immutable
@Table(name = "action_transition")
public class ActionTransition {
    @Id
    private Long id;

    @Column(name = "queued_action_id", nullable = false)
    private long queuedActionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private ActionStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status", nullable = false)
    private ActionStatus toStatus;

    private Instant at;

    private String node;

    private String reason;

    public Long getId() {
        return id;
    }

    public long getQueuedActionId() {
        return queuedActionId;
    }

    public ActionStatus getFromStatus() {
        return fromStatus;
    }

    public ActionStatus getToStatus() {
        return toStatus;
    }

    public Instant getAt() {
        return at;
    }

    public String getNode() {
        return node;
    }

    public String getReason() {
        return reason;
    }
}
