package org.switchroom.queue.entity;

/**
 * What became of a submit.
 *
 * @param id the row's id; that of the first row if the idempotency key was there already
 * @param created whether this call inserted the row
 */
public record Submitted(long id, boolean created) {}
