package org.switchroom.guard.entity;

import java.util.List;

/**
 * All that a row dials.
 *
 * @param trunk as caps name it, {@code PJSIP/carrier}; empty if there is none
 * @param rings whether a call begins; else a call that is there already is sent elsewhere
 */
public record Dialling(String serverName, String trunk, boolean rings, List<Target> targets) {
    public Dialling {
        targets = List.copyOf(targets);
    }
}
