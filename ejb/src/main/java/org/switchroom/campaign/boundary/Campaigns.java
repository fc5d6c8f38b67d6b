package org.switchroom.campaign.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.CampaignRules;
import org.switchroom.campaign.control.CampaignSearch;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.CampaignTable;
import org.switchroom.campaign.control.CampaignsChanged;
import org.switchroom.campaign.control.PartEntry;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.control.PartTable;
import org.switchroom.campaign.control.References;
import org.switchroom.campaign.control.SavedVersion;
import org.switchroom.campaign.control.UnknownCampaignException;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.Syntax;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;

/** The campaigns, as far as a scope sees them. Each save is a version of its own, and is told to the audit. */
@Stateless
@DatabaseTurn
public class Campaigns {
    private static final String SUBJECT = "campaign";

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

    public List<CampaignState> search(Scope scope, CampaignSearch search) {
        return table().search(scope, search);
    }

    public Optional<CampaignState> find(Scope scope, String id) {
        return table().find(scope, id);
    }

    /** @throws UnknownCampaignException if the scope sees none of this id */
    public CampaignState need(Scope scope, String id) {
        return find(scope, id).orElseThrow(() -> new UnknownCampaignException(SUBJECT, id));
    }

    /**
     * Adds a campaign, which has the defaults where nothing is given.
     *
     * @throws CampaignInvalidException naming what is wrong
     */
    public CampaignState add(Scope scope, String id, Map<String, String> given) {
        CampaignState added = store(scope, id, CampaignRules.settings(CampaignSettings.DEFAULTS, given));
        finish(added, List.of());
        return added;
    }

    /**
     * Adds a campaign like another, with what that has of its own. It begins inactive.
     *
     * @param given what shall be otherwise
     */
    public CampaignState copy(Scope scope, String from, String id, Map<String, String> given) {
        CampaignSettings like = need(scope, from).settings().with(Map.of(CampaignCatalogue.ACTIVE, "false"));
        CampaignState added = store(scope, id, CampaignRules.settings(like, given));
        finish(added, new PartTable(entities).copy(from, id, current.actor().name(), now()));
        return added;
    }

    private CampaignState store(Scope scope, String id, CampaignSettings settings) {
        if (!scope.all()) {
            throw new UnknownCampaignException(SUBJECT, id); // who sees some campaigns only can't add one to them
        }
        Syntax.CAMPAIGN_ID
                .check(id)
                .ifPresent(wrong ->
                        CampaignInvalidException.refuse(List.of(new Violation("id", wrong.rule(), List.of()))));
        return table().add(id, settings, current.actor().name(), now());
    }

    /** Comes last, because a copy may name what it has of its own. */
    private void finish(CampaignState added, List<PartState> own) {
        checkReferences(added.id(), CampaignSettings.DEFAULTS, added.settings());
        tell(AuditEntry.of(SUBJECT, added.id())
                .verb(AuditVerb.ADDED)
                .after(added.settings().changed()));
        own.forEach(part -> audit.record(PartEntry.added(part)));
    }

    private void tell(AuditEntry entry) {
        audit.record(entry);
        changed.fire(new CampaignsChanged());
    }

    /**
     * Changes some settings of a campaign.
     *
     * @param seen the version that the change rests on
     * @param given new values by id; others stay
     */
    public CampaignState change(Scope scope, String id, long seen, Map<String, String> given) {
        return change(scope, id, seen, before -> CampaignRules.settings(before, given));
    }

    /** Sets a campaign to these settings as a whole; what is not given has its default then. */
    public CampaignState replace(Scope scope, String id, long seen, Map<String, String> given) {
        return change(scope, id, seen, before -> CampaignRules.settings(CampaignSettings.DEFAULTS, given));
    }

    /**
     * Makes a campaign as it was in an old version. That is a new version; whether it is active does not change.
     *
     * @throws UnknownCampaignException if there is no such version
     */
    public CampaignState rollBack(Scope scope, String id, long seen, int number) {
        return change(
                scope,
                id,
                seen,
                before -> CampaignRules.settings(
                        version(scope, id, number).settings(),
                        Map.of(CampaignCatalogue.ACTIVE, before.value(CampaignCatalogue.ACTIVE))));
    }

    private CampaignState change(Scope scope, String id, long seen, UnaryOperator<CampaignSettings> change) {
        CampaignSettings before = table().lock(scope, id, seen).settings();
        CampaignSettings wanted = change.apply(before);
        checkReferences(id, before, wanted);
        CampaignState after = table().change(
                        scope, id, seen, present -> wanted, current.actor().name(), now());
        tell(AuditEntry.of(SUBJECT, id)
                .verb(AuditVerb.CHANGED)
                .before(before.all())
                .after(after.settings().all()));
        return after;
    }

    /** Removes an inactive campaign with what it has of its own. */
    public void remove(Scope scope, String id, long seen) {
        CampaignState gone = table().remove(scope, id, seen);
        new PartTable(entities).removeAll(id).forEach(part -> audit.record(PartEntry.removed(part)));
        tell(AuditEntry.of(SUBJECT, id)
                .verb(AuditVerb.REMOVED)
                .before(gone.settings().changed()));
    }

    /**
     * Versions, the newest first.
     *
     * @param below only those of a smaller number
     * @param most how many at most
     */
    public List<SavedVersion> versions(Scope scope, String id, int below, int most) {
        return table().versions(scope, id, below, most);
    }

    /** @throws UnknownCampaignException if there is no such version */
    public SavedVersion version(Scope scope, String id, int number) {
        return versions(scope, id, number + 1, 1).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new UnknownCampaignException("version", id + " " + number));
    }

    /** What is newly named must be there; what was named before and is gone meanwhile holds nobody up. */
    private void checkReferences(String id, CampaignSettings before, CampaignSettings after) {
        Map<String, String> changed = new HashMap<>();
        before.changesTo(after).forEach(change -> changed.put(change.setting().id(), change.after()));
        new References(entities).check(CampaignCatalogue.settings(), changed, id);
    }

    private CampaignTable table() {
        return new CampaignTable(entities);
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
