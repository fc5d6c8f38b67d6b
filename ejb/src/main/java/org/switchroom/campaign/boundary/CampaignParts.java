package org.switchroom.campaign.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.CampaignTable;
import org.switchroom.campaign.control.CampaignsChanged;
import org.switchroom.campaign.control.PartEntry;
import org.switchroom.campaign.control.PartRules;
import org.switchroom.campaign.control.PartSearch;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.control.PartTable;
import org.switchroom.campaign.control.References;
import org.switchroom.campaign.control.UnknownCampaignException;
import org.switchroom.campaign.entity.CampaignPart;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Reference;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;

/** The dispositions, pause codes, call times and all other parts of campaigns, as far as a scope sees them. */
@Stateless
@DatabaseTurn
public class CampaignParts {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditLog audit;

    @Inject
    CurrentActor current;

    @Inject
    DatabaseTime time;

    @Inject
    Event<CampaignsChanged> changed;

    public List<PartState> search(PartKind kind, Scope scope, PartSearch search) {
        return table().search(kind, scope, search);
    }

    public Optional<PartState> find(PartKind kind, Scope scope, long id) {
        return table().find(kind, scope, id);
    }

    /** @throws UnknownCampaignException if the scope sees none of this id */
    public PartState need(PartKind kind, Scope scope, long id) {
        return find(kind, scope, id).orElseThrow(() -> new UnknownCampaignException(kind.subject(), Long.toString(id)));
    }

    /** The keys that settings of a campaign can name. */
    public Set<String> keys(Reference reference, String campaignId) {
        return new References(entities).keys(reference, campaignId);
    }

    /**
     * Adds one, with defaults where nothing is given.
     *
     * @param campaignId {@link CampaignPart#EVERY_CAMPAIGN} for all, which only who sees all can add
     */
    public PartState add(PartKind kind, Scope scope, String campaignId, String code, Map<String, String> given) {
        requirePlace(kind, scope, campaignId);
        PartRules.checkKey(kind, code);
        Map<String, String> values = PartRules.values(kind, Map.of(), given);
        checkReferences(kind, campaignId, code, values);
        PartState added =
                table().add(kind, campaignId, code, values, current.actor().name(), now());
        tell(PartEntry.added(added));
        return added;
    }

    /**
     * Changes one.
     *
     * @param seen the version that the change rests on
     * @param given new values; others stay
     */
    public PartState change(PartKind kind, Scope scope, long id, long seen, Map<String, String> given) {
        PartState before = table().lock(kind, scope, id, seen);
        Map<String, String> values = PartRules.values(kind, before.values(), given);
        if (before.builtIn() && "false".equals(values.get("active"))) {
            CampaignInvalidException.refuse(List.of(Violation.of("active", Rule.BUILT_IN)));
        }
        checkReferences(kind, before.campaignId(), before.code(), values);
        PartState after =
                table().change(kind, scope, id, seen, values, current.actor().name(), now());
        tell(PartEntry.changed(before, after));
        return after;
    }

    /** Removes one that nothing names. */
    public void remove(PartKind kind, Scope scope, long id, long seen) {
        PartState gone = table().remove(kind, scope, id, seen);
        new References(entities).refuseIfUsed(gone);
        tell(PartEntry.removed(gone));
    }

    private void requirePlace(PartKind kind, Scope scope, String campaignId) {
        boolean ofAll = CampaignPart.EVERY_CAMPAIGN.equals(campaignId);
        boolean allowed = ofAll
                ? scope.all()
                : kind.isPerCampaign()
                        && new CampaignTable(entities).find(scope, campaignId).isPresent();
        if (!allowed) {
            throw new UnknownCampaignException("campaign", campaignId);
        }
    }

    private void checkReferences(PartKind kind, String campaignId, String code, Map<String, String> values) {
        References references = new References(entities);
        references.check(kind.fields(), values, campaignId);
        if (kind == PartKind.RECYCLE_RULE
                && !references.keys(Reference.DISPOSITION, campaignId).contains(code)) {
            CampaignInvalidException.refuse(List.of(Violation.of("code", Rule.UNKNOWN_REFERENCE, code)));
        }
    }

    private void tell(AuditEntry entry) {
        audit.record(entry);
        changed.fire(new CampaignsChanged());
    }

    private PartTable table() {
        return new PartTable(entities);
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
