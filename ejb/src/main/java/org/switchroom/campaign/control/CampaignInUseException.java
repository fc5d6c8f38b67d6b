package org.switchroom.campaign.control;

import org.switchroom.common.SituationException;

/** It can't be removed, because it runs, is built in, or something refers to it. */
public final class CampaignInUseException extends SituationException {
    private static final long serialVersionUID = 1L;

    public CampaignInUseException(String message) {
        super("in-use", message);
    }
}
