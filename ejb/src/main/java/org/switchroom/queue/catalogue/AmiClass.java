package org.switchroom.queue.catalogue;

import java.util.Locale;

/** A class of permissions of an AMI user that an action of the catalogue may need. */
public enum AmiClass {
    CALL,
    ORIGINATE,
    REPORTING,
    AGENT,
    SYSTEM;

    /** As it stands in Asterisk's manager.conf. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
