package org.switchroom.lead.entity;

import java.time.Instant;
import java.util.List;

/**
 * The load of one file, as stored.
 *
 * @param listId the list that the leads go to; null if it is a file of numbers that nobody may call
 * @param dncCampaignId of such a file the campaign, empty for all; null if it is a file of leads
 * @param fileName as its owner calls it; never a path
 * @param storedName name in the folder of loads, made by ourselves
 * @param mapping for each column a field's word, {@code own:} and the name of an own field, or empty to leave it out
 * @param message why it failed, or null
 * @param position rows behind which everything is committed
 * @param total rows of the file; before the first pass about as many; null if nobody knows
 * @param errorBytes length of the file of refused rows at the position
 */
public record LeadLoad(
        long id,
        Long listId,
        String dncCampaignId,
        String fileName,
        String storedName,
        long fileBytes,
        FileFormat format,
        List<String> mapping,
        DuplicateRule duplicates,
        boolean skipDnc,
        LoadState state,
        String message,
        String node,
        int epoch,
        long position,
        Long total,
        long errorBytes,
        LoadResult result,
        String createdBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        int version) {

    public LeadLoad {
        mapping = List.copyOf(mapping);
    }

    public boolean isOfNumbers() {
        return listId == null;
    }
}
