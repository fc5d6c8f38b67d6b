package org.switchroom.campaign.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.switchroom.campaign.entity.CampaignPart;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.UniqueRow;

/** The parts of campaigns as they are stored. Works in the caller's transaction. */
public final class PartTable {
    private static final String CAMPAIGN = "campaignId";
    private static final String CODE = "code";

    private final EntityManager entities;

    public PartTable(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that the scope sees, by id. */
    public List<PartState> search(PartKind kind, Scope scope, PartSearch search) {
        return search(kind.type(), scope, search).stream().map(PartState::of).toList();
    }

    private <P extends CampaignPart> List<P> search(Class<P> type, Scope scope, PartSearch search) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<P> query = builder.createQuery(type);
        Root<P> part = query.from(type);
        List<Predicate> all = new ArrayList<>();
        all.add(builder.greaterThan(part.<Long>get("id"), search.after()));
        seen(scope, search).ifPresent(campaigns -> all.add(part.get(CAMPAIGN).in(campaigns)));
        query.where(all.toArray(Predicate[]::new)).orderBy(builder.asc(part.get("id")));
        return entities.createQuery(query).setMaxResults(search.limit()).getResultList();
    }

    /** Of which campaigns a part may be; empty for any. */
    private static Optional<Set<String>> seen(Scope scope, PartSearch search) {
        if (search.campaignId().isEmpty() && scope.all()) {
            return Optional.empty();
        }
        Set<String> campaigns = new TreeSet<>(search.campaignId().map(Set::of).orElse(scope.campaigns()));
        campaigns.removeIf(campaign -> !scope.sees(campaign));
        campaigns.add(CampaignPart.EVERY_CAMPAIGN);
        return Optional.of(campaigns);
    }

    public Optional<PartState> find(PartKind kind, Scope scope, long id) {
        return Optional.ofNullable((CampaignPart) entities.find(kind.type(), id))
                .filter(part -> part.isOfAll() || scope.sees(part.getCampaignId()))
                .map(PartState::of);
    }

    /** The keys that a campaign can name: its own and those of every campaign. */
    public Set<String> codes(PartKind kind, String campaignId) {
        return codes(kind.type(), campaignId);
    }

    private <P extends CampaignPart> Set<String> codes(Class<P> type, String campaignId) {
        CriteriaQuery<String> query = entities.getCriteriaBuilder().createQuery(String.class);
        Root<P> part = query.from(type);
        query.select(part.get(CODE)).where(part.get(CAMPAIGN).in(campaignId, CampaignPart.EVERY_CAMPAIGN));
        return new TreeSet<>(entities.createQuery(query).getResultList());
    }

    /** @throws CampaignTakenException if the campaign has one of this code */
    public PartState add(
            PartKind kind, String campaignId, String code, Map<String, String> values, String by, Instant at) {
        if (isThere(kind.type(), campaignId, code)) {
            throw new CampaignTakenException(kind.subject(), code);
        }
        CampaignPart part = kind.make();
        part.belongTo(campaignId, code);
        part.take(values, by, at);
        UniqueRow.store(entities, part, () -> new CampaignTakenException(kind.subject(), code));
        return PartState.of(part);
    }

    private <P extends CampaignPart> boolean isThere(Class<P> type, String campaignId, String code) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<P> part = query.from(type);
        Path<String> campaign = part.get(CAMPAIGN);
        query.select(builder.count(part))
                .where(builder.equal(campaign, campaignId), builder.equal(part.get(CODE), code));
        return entities.createQuery(query).getSingleResult() > 0;
    }

    /**
     * Locks one until the transaction ends. Whoever will change it reads it by this, not by {@link #find} before.
     *
     * @param seen the version that a change will rest on
     * @throws StaleVersionException if it has another version now
     */
    public PartState lock(PartKind kind, Scope scope, long id, long seen) {
        return PartState.of(locked(kind, scope, id, seen));
    }

    /**
     * Changes one.
     *
     * @param seen the version that the change rests on
     * @throws StaleVersionException if it has another version now
     */
    public PartState change(
            PartKind kind, Scope scope, long id, long seen, Map<String, String> values, String by, Instant at) {
        CampaignPart part = locked(kind, scope, id, seen);
        if (!part.values().equals(values)) {
            part.take(values, by, at);
            entities.flush();
        }
        return PartState.of(part);
    }

    /** @throws CampaignInUseException if it is built in */
    public PartState remove(PartKind kind, Scope scope, long id, long seen) {
        CampaignPart part = locked(kind, scope, id, seen);
        if (part.isBuiltIn()) {
            throw CampaignInUseException.builtIn(part.getCode());
        }
        PartState gone = PartState.of(part);
        entities.remove(part);
        return gone;
    }

    /** Whoever sees all campaigns may change what all have; who sees some may change theirs. */
    private CampaignPart locked(PartKind kind, Scope scope, long id, long seen) {
        CampaignPart part = Optional.ofNullable(
                        (CampaignPart) entities.find(kind.type(), id, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> scope.all() || scope.sees(found.getCampaignId()))
                .orElseThrow(() -> new UnknownCampaignException(kind.subject(), Long.toString(id)));
        StaleVersionException.refuse(kind.subject() + " " + part.getCode(), seen, part.getVersion());
        return part;
    }

    /** Copies what a campaign has of its own to another; returns the copies. */
    public List<PartState> copy(String from, String to, String by, Instant at) {
        return own(from)
                .map(PartState::of)
                .map(part -> add(part.kind(), to, part.code(), part.values(), by, at))
                .toList();
    }

    /** Removes what a campaign has of its own; returns what is gone. */
    public List<PartState> removeAll(String campaignId) {
        List<CampaignPart> parts = own(campaignId).toList();
        List<PartState> gone = parts.stream().map(PartState::of).toList();
        parts.forEach(entities::remove);
        return gone;
    }

    private Stream<CampaignPart> own(String campaignId) {
        Scope scope = Scope.of(Set.of(campaignId));
        return Arrays.stream(PartKind.values())
                .<CampaignPart>flatMap(kind -> search(kind.type(), scope, PartSearch.usableBy(campaignId)).stream())
                .filter(part -> part.getCampaignId().equals(campaignId));
    }
}
