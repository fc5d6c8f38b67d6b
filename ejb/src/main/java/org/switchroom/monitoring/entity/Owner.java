package org.switchroom.monitoring.entity;

/**
 * The node that owns a server now.
 *
 * @param epoch its term; rises with every new owner
 */
public record Owner(String node, long epoch) {}
