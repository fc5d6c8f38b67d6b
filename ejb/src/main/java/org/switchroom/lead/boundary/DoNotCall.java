package org.switchroom.lead.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.lead.control.CallbackRows;
import org.switchroom.lead.control.DncRows;
import org.switchroom.lead.control.LeadsChanged;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.UnknownLeadException;

/**
 * The numbers that nobody calls, and those that one campaign doesn't. Numbers are digits of E.164. The list for all campaigns is read by
 * everybody and changed by who sees everything; whoever may not see a campaign does not see its list.
 */
@Stateless
@DatabaseTurn
public class DoNotCall {
    private static final String SUBJECT = "dnc_number";

    @Inject
    private DncRows numbers;

    @Inject
    private CallbackRows callbacks;

    @Inject
    private AuditLog audit;

    @Inject
    private DatabaseTime time;

    @Inject
    private Event<LeadsChanged> changed;

    /**
     * One page of a list, by number.
     *
     * @param campaignId empty for the list that holds for all
     * @param beginning digits that the numbers begin with; empty for any
     * @param after the last number of the page before; empty for the first page
     */
    public List<DncNumber> list(String campaignId, String beginning, String after, int limit, Scope scope) {
        requireRead(campaignId, scope);
        return numbers.list(campaignId, beginning, after, limit);
    }

    public CappedCount count(String campaignId, String beginning, Scope scope) {
        requireRead(campaignId, scope);
        return numbers.count(campaignId, beginning);
    }

    /** The lists that this number is on, of those that this person sees. */
    public List<DncNumber> of(String phone, Scope scope) {
        return numbers.of(phone).stream()
                .filter(found -> found.campaignId().isEmpty() || scope.sees(found.campaignId()))
                .toList();
    }

    /** Adds numbers and ends their callbacks; returns how many were not there yet. */
    public int add(Collection<String> phones, String campaignId, String source, String by, Scope scope) {
        requireWrite(campaignId, scope);
        Instant now = time.now();
        int added = numbers.add(phones, campaignId, source, by, now);
        callbacks.cancelOf(phones, campaignId, now);
        phones.stream()
                .limit(100)
                .forEach(phone ->
                        audit.record(entry(phone).verb(AuditVerb.ADDED).after(Map.of("campaign_id", campaignId))));
        changed.fire(new LeadsChanged());
        return added;
    }

    /** @throws UnknownLeadException if the number is not on that list */
    public void remove(String phone, String campaignId, Scope scope) {
        requireWrite(campaignId, scope);
        if (!numbers.remove(phone, campaignId)) {
            throw new UnknownLeadException("number +" + phone + " on this list");
        }
        audit.record(entry(phone).verb(AuditVerb.REMOVED).before(Map.of("campaign_id", campaignId)));
        changed.fire(new LeadsChanged());
    }

    private static void requireRead(String campaignId, Scope scope) {
        if (!campaignId.isEmpty() && !scope.sees(campaignId)) {
            throw new UnknownLeadException("campaign " + campaignId);
        }
    }

    private static void requireWrite(String campaignId, Scope scope) {
        if (!scope.all() && !scope.sees(campaignId)) {
            throw new UnknownLeadException(
                    campaignId.isEmpty() ? "list of all campaigns for you to change" : "campaign " + campaignId);
        }
    }

    private static AuditEntry entry(String phone) {
        return AuditEntry.of(SUBJECT, "+" + phone);
    }
}
