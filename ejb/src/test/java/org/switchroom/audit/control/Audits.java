package org.switchroom.audit.control;

import org.switchroom.common.control.TestDatabase;

/** A list of entries that has just begun. */
public final class Audits {
    private Audits() {}

    public static void begin(TestDatabase database) {
        database.run("delete from audit_entry");
        database.run("update audit_head set last_id = 0, last_hash = repeat('0', 64)");
    }
}
