package org.switchroom.queue.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the hot table. */
@Entity
@Immutable
@Table(name = "queued_action")
public class QueuedAction extends ActionRow {}
