package org.switchroom.campaign.entity;

/** What belongs together on a page. The prefix is put before a setting's id to find its words. */
public enum SettingGroup {
    GENERAL(""),
    METHOD(""),
    DIALLING(""),
    SELECTION(""),
    RECYCLE(""),
    CALL_TIMES(""),
    DO_NOT_CALL(""),
    CALLER_ID(""),
    RECORDING(""),
    MACHINES(""),
    ABANDONED(""),
    AGENT_TIME(""),
    DESK(""),
    ROUTING(""),
    WEBHOOKS(""),
    PART("part."),
    DISPOSITION("disposition."),
    PAUSE_CODE("pauseCode."),
    RECYCLE_RULE("recycleRule."),
    CALL_TIME("callTime."),
    SCRIPT("script."),
    PRESET("preset."),
    CALLER_ID_POOL("callerIdPool.");

    private final String prefix;

    SettingGroup(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /** Whether it is a group of campaign settings, and not of a part. */
    public boolean isOfCampaign() {
        return prefix.isEmpty();
    }
}
