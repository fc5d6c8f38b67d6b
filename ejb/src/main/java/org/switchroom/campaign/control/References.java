package org.switchroom.campaign.control;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Reference;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.common.Scope;

/** What settings and parts refer to, and whether it is there. */
public final class References {
    private final EntityManager entities;
    private final PartTable parts;

    public References(EntityManager entities) {
        this.entities = entities;
        this.parts = new PartTable(entities);
    }

    /**
     * Checks what these values refer to.
     *
     * @param settings those that may refer
     * @param values by id
     * @param campaignId whose own parts may be named besides those of all
     * @throws CampaignInvalidException naming what is not there
     */
    public void check(Collection<Setting> settings, Map<String, String> values, String campaignId) {
        List<Violation> wrong = new ArrayList<>();
        for (Setting setting : settings) {
            String value = values.getOrDefault(setting.id(), "");
            if (setting.reference() != Reference.NONE && !value.isEmpty()) {
                Set<String> there = keys(setting.reference(), campaignId);
                Setting.words(value).stream()
                        .filter(key -> !there.contains(key))
                        .findFirst()
                        .ifPresent(key -> wrong.add(Violation.of(setting.id(), Rule.UNKNOWN_REFERENCE, key)));
            }
        }
        CampaignInvalidException.refuse(wrong);
    }

    /** The keys that can be named. */
    public Set<String> keys(Reference reference, String campaignId) {
        return switch (reference) {
            case NONE -> Set.of();
            case CAMPAIGN -> campaigns();
            default -> parts.codes(PartKind.valueOf(reference.name()), campaignId);
        };
    }

    private Set<String> campaigns() {
        return new TreeSet<>(entities.createQuery("select c.id from Campaign c", String.class)
                .getResultList());
    }

    /** @throws CampaignInUseException if a campaign or another part names this one */
    public void refuseIfUsed(PartState part) {
        List<Holder> users = new ArrayList<>();
        for (CampaignState campaign : new CampaignTable(entities).search(Scope.everything(), CampaignSearch.all())) {
            if ((part.isOfAll() || part.campaignId().equals(campaign.id())) && names(campaign.settings(), part)) {
                users.add(new Holder("campaign", campaign.id()));
            }
        }
        for (PartKind kind : PartKind.values()) {
            parts.search(kind, Scope.everything(), PartSearch.all()).stream()
                    .filter(other -> part.isOfAll() || part.campaignId().equals(other.campaignId()))
                    .filter(other -> names(other, part))
                    .forEach(other -> users.add(new Holder(kind.subject(), other.code())));
        }
        if (!users.isEmpty()) {
            throw CampaignInUseException.named(part.code(), users);
        }
    }

    private static boolean names(CampaignSettings settings, PartState part) {
        return CampaignCatalogue.settings().stream()
                .filter(setting -> refersTo(setting, part.kind()))
                .anyMatch(setting -> settings.several(setting.id()).contains(part.code()));
    }

    private static boolean names(PartState other, PartState part) {
        boolean byKey = other.kind() == PartKind.RECYCLE_RULE && part.kind() == PartKind.DISPOSITION;
        return byKey && other.code().equals(part.code())
                || other.kind().fields().stream()
                        .filter(field -> refersTo(field, part.kind()))
                        .anyMatch(field -> part.code().equals(other.values().get(field.id())));
    }

    private static boolean refersTo(Setting setting, PartKind kind) {
        return setting.reference().name().equals(kind.name());
    }
}
