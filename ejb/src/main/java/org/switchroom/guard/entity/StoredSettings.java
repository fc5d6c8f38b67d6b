package org.switchroom.guard.entity;

import java.time.Instant;

/**
 * The settings as they stand in the database.
 *
 * @param changedAt null if nobody changed them yet
 * @param changedBy null if nobody changed them yet
 */
public record StoredSettings(GuardSettings settings, Instant changedAt, String changedBy, int version) {}
