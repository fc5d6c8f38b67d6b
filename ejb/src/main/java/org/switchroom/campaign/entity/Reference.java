package org.switchroom.campaign.entity;

/** What a setting may refer to. */
public enum Reference {
    NONE,
    DISPOSITION,
    CALL_TIME,
    SCRIPT,
    CALLER_ID_POOL,
    CAMPAIGN
}
