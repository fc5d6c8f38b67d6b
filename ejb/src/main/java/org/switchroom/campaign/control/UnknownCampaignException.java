package org.switchroom.campaign.control;

import org.switchroom.common.Quoted;
import org.switchroom.common.SituationException;

/** The campaign or its part is not there, or not for this person. */
public final class UnknownCampaignException extends SituationException {
    private static final long serialVersionUID = 1L;

    /** @param what for example {@code campaign} */
    public UnknownCampaignException(String what, String key) {
        super("not-found", "There is no " + what + " " + Quoted.text(key) + ".");
    }
}
