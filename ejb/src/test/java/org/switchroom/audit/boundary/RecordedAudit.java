package org.switchroom.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;

/** Keeps what was recorded, each as its verb, subject, key and changes. */
public final class RecordedAudit extends AuditLog {
    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void record(Actor actor, AuditEntry entry) {
        entries.add(entry);
    }

    public AuditEntry last() {
        return entries.get(entries.size() - 1);
    }

    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }
}
