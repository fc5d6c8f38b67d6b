package org.switchroom.campaign.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.switchroom.campaign.entity.Campaign;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.CampaignVersion;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.UniqueRow;

/** The campaigns and their versions as they are stored. Works in the caller's transaction. */
public final class CampaignTable {
    private static final String WHAT = "campaign";
    private static final String SEARCH = """
            select c from Campaign c
            where (:everything = true or c.id in :ids)
              and (:text = '' or lower(c.id) like :pattern escape '!' or lower(c.name) like :pattern escape '!')
              and (:anyActive = true or c.active = :active)
              and c.id > :after
            order by c.id
            """;
    private static final String VERSIONS = """
            select v from CampaignVersion v where v.campaignId = :id and v.number < :below order by v.number desc
            """;

    private final EntityManager entities;

    public CampaignTable(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that the scope sees, by id. */
    public List<CampaignState> search(Scope scope, CampaignSearch search) {
        Set<String> ids = scope.campaigns().isEmpty() ? Set.of("") : scope.campaigns();
        String text = search.text().strip().toLowerCase(Locale.ROOT);
        return entities.createQuery(SEARCH, Campaign.class)
                .setParameter("everything", scope.all())
                .setParameter("ids", ids)
                .setParameter("text", text)
                .setParameter("pattern", "%" + text.replaceAll("([!%_])", "!$1") + "%")
                .setParameter("anyActive", search.active().isEmpty())
                .setParameter("active", search.active().orElse(true))
                .setParameter("after", search.after())
                .setMaxResults(search.limit())
                .getResultStream()
                .map(CampaignState::of)
                .toList();
    }

    public Optional<CampaignState> find(Scope scope, String id) {
        return Optional.of(id)
                .filter(scope::sees)
                .map(key -> entities.find(Campaign.class, key))
                .map(CampaignState::of);
    }

    /**
     * Stores a new one as its version 1.
     *
     * @throws CampaignTakenException if there is one of this id, in whatever case
     */
    public CampaignState add(String id, CampaignSettings settings, String by, Instant at) {
        long taken = entities.createQuery("select count(c) from Campaign c where lower(c.id) = lower(:id)", Long.class)
                .setParameter("id", id)
                .getSingleResult();
        if (taken > 0) {
            throw new CampaignTakenException(WHAT, id);
        }
        Campaign campaign = new Campaign(id);
        take(campaign, settings, by, at);
        UniqueRow.store(entities, campaign, () -> new CampaignTakenException(WHAT, id));
        return keep(campaign, settings);
    }

    /**
     * Locks one until the transaction ends. Whoever will change it reads it by this, not by {@link #find} before: what was read without the
     * lock is what the lock would compare, and is told as an error of the database.
     *
     * @param seen the version that a change will rest on
     * @throws UnknownCampaignException if the scope sees none of this id
     * @throws StaleVersionException if it has another version now
     */
    public CampaignState lock(Scope scope, String id, long seen) {
        return CampaignState.of(locked(scope, id, seen));
    }

    /**
     * Changes one and keeps the version.
     *
     * @param seen the version that the change rests on
     * @throws UnknownCampaignException if the scope sees none of this id
     * @throws StaleVersionException if it has another version now
     */
    public CampaignState change(
            Scope scope, String id, long seen, UnaryOperator<CampaignSettings> change, String by, Instant at) {
        Campaign campaign = locked(scope, id, seen);
        CampaignSettings before = SettingsText.read(campaign.getSettings());
        CampaignSettings after = change.apply(before);
        if (after.equals(before)) {
            return CampaignState.of(campaign);
        }
        take(campaign, after, by, at);
        entities.flush(); // counts the version
        return keep(campaign, after);
    }

    /**
     * Removes one with its versions.
     *
     * @throws CampaignInUseException if it is active
     */
    public CampaignState remove(Scope scope, String id, long seen) {
        Campaign campaign = locked(scope, id, seen);
        if (campaign.isActive()) {
            throw CampaignInUseException.active(id);
        }
        entities.createQuery("delete from CampaignVersion v where v.campaignId = :id")
                .setParameter("id", id)
                .executeUpdate();
        CampaignState gone = CampaignState.of(campaign);
        entities.remove(campaign);
        return gone;
    }

    /**
     * Versions, the newest first, each with what it changed.
     *
     * @param below only those of a smaller number
     * @param most how many at most
     */
    public List<SavedVersion> versions(Scope scope, String id, int below, int most) {
        need(scope, id);
        List<CampaignVersion> stored = entities.createQuery(VERSIONS, CampaignVersion.class)
                .setParameter("id", id)
                .setParameter("below", below)
                .setMaxResults(most + 1) // the last one's difference is to the one before it
                .getResultList();
        List<SavedVersion> versions = new ArrayList<>();
        for (int i = 0; i < Math.min(most, stored.size()); i++) {
            boolean first = i + 1 == stored.size();
            CampaignSettings before = first ? CampaignSettings.DEFAULTS : settings(stored.get(i + 1));
            versions.add(saved(stored.get(i), before));
        }
        return versions;
    }

    private static SavedVersion saved(CampaignVersion version, CampaignSettings before) {
        CampaignSettings now = settings(version);
        return new SavedVersion(
                version.getNumber(), version.getAuthor(), version.getSavedAt(), now, before.changesTo(now));
    }

    private static CampaignSettings settings(CampaignVersion version) {
        return SettingsText.read(version.getSettings());
    }

    private void need(Scope scope, String id) {
        if (find(scope, id).isEmpty()) {
            throw new UnknownCampaignException(WHAT, id);
        }
    }

    private Campaign locked(Scope scope, String id, long seen) {
        Campaign campaign = Optional.of(id)
                .filter(scope::sees)
                .map(key -> entities.find(Campaign.class, key, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new UnknownCampaignException(WHAT, id));
        StaleVersionException.refuse(WHAT + " " + id, seen, campaign.getVersion());
        return campaign;
    }

    private static void take(Campaign campaign, CampaignSettings settings, String by, Instant at) {
        campaign.take(settings, SettingsText.of(settings.changed()), by, at);
    }

    private CampaignState keep(Campaign campaign, CampaignSettings settings) {
        entities.persist(new CampaignVersion(
                campaign.getId(),
                campaign.getVersion(),
                campaign.getChangedBy(),
                campaign.getChangedAt(),
                SettingsText.of(settings.all())));
        return CampaignState.of(campaign);
    }
}
