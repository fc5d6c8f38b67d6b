package org.switchroom.campaign.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.LeadList;

/**
 * What there is to dial for a campaign: its lists, the leads in them, and for those that are not dialled now the first reason. Hours,
 * do-not-call lists and limits are not looked at: they are judged lead by lead when one is due.
 *
 * @param dialable leads that could go to the hopper now
 * @param total all leads of its lists
 * @param waiting the rest by reason
 * @param dispositions leads by disposition, the most frequent first
 */
public record CampaignStock(
        List<LeadList> lists, long dialable, long total, Map<Reason, Long> waiting, List<Share> dispositions) {

    /** No lists, no leads. */
    public static final CampaignStock NONE = new CampaignStock(List.of(), 0, 0, Map.of(), List.of());

    /** Why a lead is not dialled. */
    public enum Reason {
        INACTIVE,
        EXPIRED,
        CALLED,
        DISPOSITION
    }

    /** How many leads have a disposition. */
    public record Share(String disposition, long many) {}

    /**
     * Adds up the counts of each list.
     *
     * @param counts by list
     * @param dialled dispositions that are dialled
     */
    public static CampaignStock of(Map<LeadList, List<ListRows.Count>> counts, Set<String> dialled, LocalDate today) {
        Map<Reason, Long> waiting = new EnumMap<>(Reason.class);
        Map<String, Long> dispositions = new TreeMap<>();
        long total = 0;
        long dialable = 0;
        for (Map.Entry<LeadList, List<ListRows.Count>> list : counts.entrySet()) {
            for (ListRows.Count count : list.getValue()) {
                total += count.many();
                dispositions.merge(count.disposition(), count.many(), Long::sum);
                Optional<Reason> reason = reason(list.getKey(), count, dialled, today);
                reason.ifPresent(why -> waiting.merge(why, count.many(), Long::sum));
                dialable += reason.isPresent() ? 0 : count.many();
            }
        }
        List<Share> shares = dispositions.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Share::many).reversed())
                .toList();
        return new CampaignStock(List.copyOf(counts.keySet()), dialable, total, waiting, shares);
    }

    private static Optional<Reason> reason(LeadList list, ListRows.Count count, Set<String> dialled, LocalDate today) {
        if (!list.active()) {
            return Optional.of(Reason.INACTIVE);
        }
        if (list.isExpired(today)) {
            return Optional.of(Reason.EXPIRED);
        }
        if (count.called()) {
            return Optional.of(Reason.CALLED);
        }
        return dialled.contains(count.disposition()) ? Optional.empty() : Optional.of(Reason.DISPOSITION);
    }
}
