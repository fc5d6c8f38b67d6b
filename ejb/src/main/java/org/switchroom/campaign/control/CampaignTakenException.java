package org.switchroom.campaign.control;

import org.switchroom.common.SituationException;

/** There is already one of this key. */
public final class CampaignTakenException extends SituationException {
    private static final long serialVersionUID = 1L;

    /** @param what for example {@code campaign} */
    public CampaignTakenException(String what, String key) {
        super("taken", "There is already a " + what + " " + key + ".");
    }
}
