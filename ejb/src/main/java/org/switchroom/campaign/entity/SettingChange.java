package org.switchroom.campaign.entity;

/** One setting that is otherwise afterwards. */
public record SettingChange(Setting setting, String before, String after) {}
