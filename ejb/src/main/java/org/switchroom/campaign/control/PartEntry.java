package org.switchroom.campaign.control;

import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;

/** What the audit is told of a part; its key names the campaign if it is one campaign's. */
public final class PartEntry {
    private PartEntry() {}

    public static AuditEntry added(PartState part) {
        return of(part).verb(AuditVerb.ADDED).after(part.values());
    }

    public static AuditEntry changed(PartState before, PartState after) {
        return of(after).verb(AuditVerb.CHANGED).before(before.values()).after(after.values());
    }

    public static AuditEntry removed(PartState part) {
        return of(part).verb(AuditVerb.REMOVED).before(part.values());
    }

    private static AuditEntry of(PartState part) {
        String key = part.isOfAll() ? part.code() : part.campaignId() + "/" + part.code();
        return AuditEntry.of(part.kind().subject(), key);
    }
}
