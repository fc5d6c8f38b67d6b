package org.switchroom.lead.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
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
import org.switchroom.lead.control.CallbackDiary;
import org.switchroom.lead.control.CallbackRows;
import org.switchroom.lead.control.LeadsChanged;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.lead.entity.UnknownLeadException;

/** Promises to call back. Who sees a lead's list or the callback's campaign sees the callback. */
@Stateless
@DatabaseTurn
public class Callbacks {
    @Inject
    private CallbackRows rows;

    @Inject
    private CallbackDiary diary;

    @Inject
    private Leads leads;

    @Inject
    private AuditLog audit;

    @Inject
    private DatabaseTime time;

    @Inject
    private Event<LeadsChanged> changed;

    /**
     * One page of those in a state, the first due first.
     *
     * @param afterDue when the last of the page before was due; the epoch for the first page
     * @param afterId its id; 0 for the first page
     */
    public List<Callback> list(CallbackState state, Instant afterDue, long afterId, int limit, Scope scope) {
        return diary.list(state, afterDue, afterId, limit, scope);
    }

    /** How many are in each state, of all that there are. */
    public Map<CallbackState, Long> counts() {
        return rows.counts();
    }

    public Optional<Callback> find(long id, Scope scope) {
        return rows.find(id).filter(callback -> diary.sees(scope, callback));
    }

    /** Those of a lead, the last due first. */
    public List<Callback> of(long leadId, Scope scope) {
        present(leadId, scope);
        return rows.of(leadId);
    }

    /**
     * Promises to call a lead; returns the callback's id.
     *
     * @param agent whose it is; null: of anyone
     */
    public long schedule(
            long leadId,
            String campaignId,
            String agent,
            Instant at,
            ZoneId zone,
            String note,
            String by,
            Scope scope) {
        present(leadId, scope);
        if (campaignId != null && !scope.sees(campaignId)) {
            throw new UnknownLeadException("campaign " + campaignId);
        }
        long id = diary.schedule(leadId, campaignId, agent, at, zone, note, by);
        audit.record(entry(id)
                .verb(AuditVerb.ADDED)
                .after(Map.of("lead_id", Long.toString(leadId), "due_at", at.toString())));
        changed.fire(new LeadsChanged());
        return id;
    }

    /** Another time, another agent, another note; it is scheduled again. */
    public Callback move(long id, int seen, String agent, Instant at, ZoneId zone, String note, Scope scope) {
        Callback present = presentCallback(id, scope);
        StaleVersionException.refuse("callback " + id, seen, present.version());
        diary.move(present, agent, at, zone, note);
        audit.record(
                entry(id).before(Map.of("due_at", present.dueAt().toString())).after(Map.of("due_at", at.toString())));
        changed.fire(new LeadsChanged());
        return presentCallback(id, scope);
    }

    /** Takes it to another state. */
    public Callback become(long id, int seen, CallbackState state, Scope scope) {
        Callback present = presentCallback(id, scope);
        StaleVersionException.refuse("callback " + id, seen, present.version());
        diary.become(present, state);
        audit.record(entry(id).before(Map.of("state", present.state().name())).after(Map.of("state", state.name())));
        changed.fire(new LeadsChanged());
        return presentCallback(id, scope);
    }

    /** Those whose time has come are due, those that nobody called for a day are missed. */
    public void keep() {
        if (diary.keep(time.now())) {
            changed.fire(new LeadsChanged());
        }
    }

    private Callback presentCallback(long id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new UnknownLeadException("callback " + id));
    }

    private void present(long leadId, Scope scope) {
        if (leads.find(leadId, scope).isEmpty()) {
            throw new UnknownLeadException("lead " + leadId);
        }
    }

    private static AuditEntry entry(long id) {
        return AuditEntry.of("callback", Long.toString(id));
    }
}
