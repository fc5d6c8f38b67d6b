package org.switchroom.lead.control;

/** A load is farther than it was, or over. */
public record LoadProgressed(long id) {}
