package org.switchroom.lead.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.control.LoadProgressed;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.UnknownLeadException;
import org.switchroom.lead.load.LoadRows;
import org.switchroom.lead.load.LoadSetup;

/**
 * The loads of files. A load is seen by who sees its list; one of numbers that nobody may call by who sees its campaign, and one for all
 * campaigns by who sees everything. Files come in by {@link LeadFiles}.
 */
@Stateless
@DatabaseTurn
public class LeadLoads {
    @Inject
    private LoadRows loads;

    @Inject
    private LoadSetup setup;

    @Inject
    private ListRows lists;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<LoadProgressed> progressed;

    /** The latest that this person sees, newest first. */
    public List<LeadLoad> latest(Scope scope) {
        return loads.latest().stream().filter(load -> sees(load, scope)).toList();
    }

    /** The latest 100 of a list, newest first. */
    public List<LeadLoad> ofList(long listId, Scope scope) {
        list(listId, scope);
        return loads.ofList(listId);
    }

    public Optional<LeadLoad> find(long id, Scope scope) {
        return loads.find(id).filter(load -> sees(load, scope));
    }

    /** Makes a load of a file that {@link LeadFiles} received; returns its id. */
    public long takeLeads(long listId, String fileName, LoadSetup.Received received, String by, Scope scope) {
        return setup.takeLeads(list(listId, scope), fileName, received, by);
    }

    /** @param campaignId empty: nobody may call the numbers; else this campaign may not */
    public long takeNumbers(String campaignId, String fileName, LoadSetup.Received received, String by, Scope scope) {
        requireNumbersOf(campaignId, scope);
        return setup.takeNumbers(campaignId, fileName, received, by);
    }

    /** Other columns or another rule. */
    public LeadLoad change(long id, int seen, LoadRules rules, Scope scope) {
        LeadLoad load = present(id, scope);
        setup.change(load, seen, listOf(load, scope), rules);
        return present(id, scope);
    }

    /** Begins a dry run: a node takes it within a second. */
    public void check(long id, Scope scope) {
        LeadLoad load = present(id, scope);
        setup.check(load, listOf(load, scope));
        progressed.fire(new LoadProgressed(id));
    }

    /** Begins to write. */
    public void load(long id, Scope scope) {
        LeadLoad load = present(id, scope);
        setup.load(load, listOf(load, scope));
        audit.record(
                entry(load).verb(AuditVerb.LOADED).after(Map.of("file", load.fileName(), "load", Long.toString(id))));
        progressed.fire(new LoadProgressed(id));
    }

    /** Stops it; what was loaded stays. */
    public void cancel(long id, Scope scope) {
        LeadLoad load = present(id, scope);
        setup.cancel(load);
        audit.record(entry(load).after(Map.of("stopped load", Long.toString(id))));
        progressed.fire(new LoadProgressed(id));
    }

    private LeadLoad present(long id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new UnknownLeadException("load " + id));
    }

    private LeadList list(long id, Scope scope) {
        return lists.find(id, scope).orElseThrow(() -> new UnknownLeadException("list " + id));
    }

    private LeadList listOf(LeadLoad load, Scope scope) {
        return load.isOfNumbers() ? LoadSetup.numbers(load.format()) : list(load.listId(), scope);
    }

    private boolean sees(LeadLoad load, Scope scope) {
        if (load.isOfNumbers()) {
            return scope.all() || scope.sees(load.dncCampaignId());
        }
        return scope.all() || lists.find(load.listId(), scope).isPresent();
    }

    /** Not for nothing if this person may not change that list of numbers. */
    public void requireNumbersOf(String campaignId, Scope scope) {
        if (!scope.all() && (campaignId.equals(DncNumber.SYSTEM) || !scope.sees(campaignId))) {
            throw new UnknownLeadException("list of numbers for you to change");
        }
    }

    private static AuditEntry entry(LeadLoad load) {
        return load.isOfNumbers()
                ? AuditEntry.of("dnc_number", load.dncCampaignId().isEmpty() ? "*" : load.dncCampaignId())
                : AuditEntry.of("lead_list", Long.toString(load.listId()));
    }
}
