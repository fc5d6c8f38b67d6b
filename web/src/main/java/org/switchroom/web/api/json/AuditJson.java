package org.switchroom.web.api.json;

import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.audit.entity.ChainReport;

/** Entries of the audit as JSON. */
public final class AuditJson {
    private AuditJson() {}

    public static void write(AuditRecord entry, JsonFields json) {
        json.field("id", entry.getId())
                .field("at", entry.getAt())
                .field("actor", entry.getActor())
                .field("way", entry.getWay())
                .field("address", entry.address().orElse(null))
                .field("verb", entry.getVerb())
                .field("subject", entry.getSubject())
                .field("key", entry.getKey())
                .foreignJson("changes", entry.getChanges())
                .field("hash", entry.getHash());
    }

    public static void write(ChainReport report, JsonFields json) {
        json.field("whole", report.isWhole())
                .field("checked_count", report.checkedCount())
                .field("last_id", report.lastId())
                .field("last_hash", report.lastHash())
                .strings("breaks", report.breaks());
    }
}
