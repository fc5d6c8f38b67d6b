package org.switchroom.monitoring.control;

/**
 * The database went out of reach of this node, or came back.
 *
 * @param reached whether it answers now
 */
public record DatabaseReached(boolean reached) {}
