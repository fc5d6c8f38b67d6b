package org.switchroom.queue.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the history table: moved there 60 s after both it and its call were final. */
@Entity
@Immutable
@Table(name = "queued_action_history")
public class FinishedAction extends ActionRow {}
