package org.switchroom.guard.entity;

import java.time.Instant;

/** A row that dialled and was sent. */
public record DialledRow(long id, Caller caller, Dialling dialling, Instant sentAt, CallProgress progress) {}
