package org.switchroom.inbound.entity;

/** Under which title a setting is shown. */
public enum Section {
    GENERAL,
    ROUTE,
    CALLERS,
    HEARD,
    WAITING,
    HOURS,
    KEYS,
    SERVICE,
    AGENT,
    MESSAGES
}
