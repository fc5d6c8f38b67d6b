package org.switchroom.guard.entity;

/** What a cap holds for. */
public enum CapScope {
    ALL,
    GROUP,
    PERSON,
    SERVER,
    /** Named by its server and its spelling: {@code pbx1/PJSIP/carrier}. */
    TRUNK
}
