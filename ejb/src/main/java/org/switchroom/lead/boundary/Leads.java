package org.switchroom.lead.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.lead.control.LeadEditing;
import org.switchroom.lead.control.LeadFinder;
import org.switchroom.lead.control.LeadHistory;
import org.switchroom.lead.control.LeadRows;
import org.switchroom.lead.control.LeadsChanged;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadPage;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.UnknownLeadException;

/** Single leads: search, reading, editing with history. A lead belongs to its list, so who sees the list sees the lead. */
@Stateless
@DatabaseTurn
public class Leads {
    private static final String SUBJECT = "call_lead";

    @Inject
    private LeadFinder finder;

    @Inject
    private LeadRows leads;

    @Inject
    private ListRows lists;

    @Inject
    private LeadEditing editing;

    @Inject
    private LeadHistory history;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<LeadsChanged> changed;

    /** @param limit leads of a page, 1 to 500 */
    public LeadPage search(LeadSearch search, Scope scope, int limit) {
        requireList(search, scope);
        return finder.search(search, scope, limit);
    }

    /** How many a search finds, up to 10,000. */
    public CappedCount count(LeadSearch search, Scope scope) {
        requireList(search, scope);
        return finder.count(search, scope);
    }

    public Optional<Lead> find(long id, Scope scope) {
        return leads.find(id).filter(lead -> lists.find(lead.listId(), scope).isPresent());
    }

    /** The steps of a lead, newest first. */
    public List<LeadChange> history(long id, Scope scope) {
        present(id, scope);
        return history.of(id);
    }

    /** The leads of a list behind this id, by id: for a file of all of them. */
    public List<Lead> ofList(long listId, long afterId, int limit, Scope scope) {
        list(listId, scope);
        return leads.ofList(listId, afterId, limit);
    }

    /**
     * Adds a lead; returns its id.
     *
     * @param fields as written
     * @throws org.switchroom.lead.entity.InvalidLeadException naming the field that is wrong
     */
    public long add(long listId, Map<LeadField, String> fields, Map<String, String> custom, String by, Scope scope) {
        long id = editing.add(list(listId, scope), fields, custom, by);
        changed.fire(new LeadsChanged());
        return id;
    }

    /**
     * Puts these values in place of all that the lead has.
     *
     * @param listId the list that it is in from now on
     * @throws org.switchroom.common.StaleVersionException if it has another version than was seen
     */
    public Lead change(
            long id,
            int seen,
            long listId,
            Map<LeadField, String> fields,
            Map<String, String> custom,
            String by,
            Scope scope) {
        editing.change(present(id, scope), seen, list(listId, scope), fields, custom, by);
        changed.fire(new LeadsChanged());
        return present(id, scope);
    }

    /** Makes one lead of two, and removes the other: see {@link LeadEditing#merge}. */
    public Lead merge(
            long keptId, int seenKept, long otherId, int seenOther, Set<String> fromOther, String by, Scope scope) {
        Lead kept = present(keptId, scope);
        Lead other = present(otherId, scope);
        editing.merge(kept, seenKept, other, seenOther, fromOther, list(kept.listId(), scope), by);
        audit.record(entry(otherId).verb(AuditVerb.REMOVED).before(LeadHistory.named(other)));
        audit.record(entry(keptId).after(Map.of("merged", Long.toString(otherId))));
        changed.fire(new LeadsChanged());
        return present(keptId, scope);
    }

    public void remove(long id, int seen, Scope scope) {
        Lead present = present(id, scope);
        editing.remove(present, seen);
        audit.record(entry(id).verb(AuditVerb.REMOVED).before(LeadHistory.named(present)));
        changed.fire(new LeadsChanged());
    }

    private Lead present(long id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new UnknownLeadException("lead " + id));
    }

    private LeadList list(long id, Scope scope) {
        return lists.find(id, scope).orElseThrow(() -> new UnknownLeadException("list " + id));
    }

    private void requireList(LeadSearch search, Scope scope) {
        if (search.listId() != null) {
            list(search.listId(), scope);
        }
    }

    private static AuditEntry entry(long id) {
        return AuditEntry.of(SUBJECT, Long.toString(id));
    }
}
