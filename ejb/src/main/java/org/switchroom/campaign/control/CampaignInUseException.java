package org.switchroom.campaign.control;

import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.SituationException;

/** It can't be removed, because it runs, is built in, or something refers to it. */
public final class CampaignInUseException extends SituationException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 5;

    /** What holds it. */
    public enum Why {
        ACTIVE,
        BUILT_IN,
        NAMED
    }

    private final Why why;
    private final String key;
    private final ArrayList<Holder> holders;

    private CampaignInUseException(Why why, String key, List<Holder> holders, String message) {
        super("in-use", message);
        this.why = why;
        this.key = key;
        this.holders = new ArrayList<>(holders);
    }

    static CampaignInUseException active(String campaignId) {
        return new CampaignInUseException(
                Why.ACTIVE, campaignId, List.of(), "Campaign " + campaignId + " is active; switch it off first.");
    }

    static CampaignInUseException builtIn(String code) {
        return new CampaignInUseException(
                Why.BUILT_IN, code, List.of(), code + " is built in; the software itself needs it.");
    }

    /** @param all whoever names it; the first few are told */
    static CampaignInUseException named(String code, List<Holder> all) {
        List<Holder> told = all.subList(0, Math.min(NAMED, all.size()));
        List<String> words =
                told.stream().map(each -> each.subject() + " " + each.key()).toList();
        return new CampaignInUseException(
                Why.NAMED, code, told, "%s is used by %s.".formatted(code, String.join(", ", words)));
    }

    public Why why() {
        return why;
    }

    /** Id of the campaign, code of the part. */
    public String key() {
        return key;
    }

    public List<Holder> holders() {
        return List.copyOf(holders);
    }
}
