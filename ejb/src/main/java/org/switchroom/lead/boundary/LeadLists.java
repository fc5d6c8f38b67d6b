package org.switchroom.lead.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.lead.control.LeadsChanged;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.LeadConflictException;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.UnknownLeadException;

/** The lists of leads. What is outside of a person's scope is not there for that person. */
@Stateless
@DatabaseTurn
public class LeadLists {
    private static final String SUBJECT = "lead_list";

    @Inject
    private ListRows lists;

    @Inject
    private AuditLog audit;

    @Inject
    private DatabaseTime time;

    @Inject
    private Event<LeadsChanged> changed;

    /** By id. */
    public List<LeadList> list(Scope scope) {
        return lists.visible(scope);
    }

    public Optional<LeadList> find(long id, Scope scope) {
        return lists.find(id, scope);
    }

    /** Leads of each list; a list without leads is missing. */
    public Map<Long, Long> sizes() {
        return lists.sizes();
    }

    /** Leads of a list by disposition and whether they were called since the last reset. */
    public List<ListRows.Count> counts(long id, Scope scope) {
        present(id, scope);
        return lists.counts(id);
    }

    /** The day by which expiry goes: the database's, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }

    /**
     * Adds a list; returns its id.
     *
     * @throws org.switchroom.lead.entity.InvalidLeadException if there can't be such a list
     */
    public long add(LeadList list, Scope scope) {
        requireOwnCampaign(list.requireValid(), scope);
        long id = lists.insert(list, time.now());
        audit.record(entry(id).verb(AuditVerb.ADDED).after(named(list)));
        changed.fire(new LeadsChanged());
        return id;
    }

    /**
     * Changes a list to this.
     *
     * @throws StaleVersionException if it has another version by now
     */
    public LeadList change(LeadList wanted, Scope scope) {
        LeadList present = present(wanted.id(), scope);
        StaleVersionException.refuse(words(present), wanted.version(), present.version());
        requireOwnCampaign(wanted.requireValid(), scope);
        if (!lists.update(wanted, time.now())) {
            throw new StaleVersionException(words(present), present.version() + 1L);
        }
        audit.record(entry(present.id()).before(named(present)).after(named(wanted)));
        changed.fire(new LeadsChanged());
        return present(wanted.id(), scope);
    }

    /** Removes a list that has no leads. */
    public void remove(long id, int version, Scope scope) {
        LeadList present = present(id, scope);
        StaleVersionException.refuse(words(present), version, present.version());
        if (lists.hasLeads(id)) {
            throw new LeadConflictException(
                    "list-not-empty", "The list still has leads. Switch it off instead, or move them.");
        }
        lists.delete(id, version);
        audit.record(entry(id).verb(AuditVerb.REMOVED).before(named(present)));
        changed.fire(new LeadsChanged());
    }

    /** Declares all leads of a list not called yet; returns how many were called. Each part of them is stored by itself. */
    public int reset(long id, Scope scope) {
        present(id, scope);
        int all = 0;
        int part;
        do {
            part = lists.resetPart(id);
            all += part;
        } while (part > 0);
        lists.wasReset(id, time.now());
        audit.record(entry(id).after(Map.of("reset", all + " leads")));
        changed.fire(new LeadsChanged());
        return all;
    }

    /** Notes that somebody took the list's leads out as a file. */
    public void noteExport(long id, String format, Scope scope) {
        present(id, scope);
        audit.record(entry(id).verb(AuditVerb.EXPORTED).after(Map.of("format", format)));
    }

    private LeadList present(long id, Scope scope) {
        return lists.find(id, scope).orElseThrow(() -> new UnknownLeadException("list " + id));
    }

    /** Who sees some campaigns only can't put a list where they would not see it any more. */
    private static void requireOwnCampaign(LeadList list, Scope scope) {
        if (!scope.all() && (list.campaignId() == null || !scope.sees(list.campaignId()))) {
            throw new UnknownLeadException("campaign " + list.campaignId());
        }
    }

    private static String words(LeadList list) {
        return "list " + list.id();
    }

    private static AuditEntry entry(long id) {
        return AuditEntry.of(SUBJECT, Long.toString(id));
    }

    private static Map<String, String> named(LeadList list) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", list.name());
        fields.put("active", Boolean.toString(list.active()));
        fields.put("campaign_id", list.campaignId());
        fields.put("region", list.region());
        fields.put(
                "expires_on", list.expiresOn() == null ? null : list.expiresOn().toString());
        list.fields()
                .forEach(own -> fields.put("field." + own.name(), own.label() + ", " + own.kind() + own.choices()));
        return fields;
    }
}
