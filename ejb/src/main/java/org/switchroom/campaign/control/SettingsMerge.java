package org.switchroom.campaign.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.Setting;

/** Two people changed the same campaign. What only one of them changed is taken as that one wants it; the rest must be chosen. */
public final class SettingsMerge {
    private final CampaignSettings base;
    private final CampaignSettings theirs;
    private final CampaignSettings mine;

    /** Who changed a setting. */
    public enum Side {
        MINE,
        THEIRS,
        /** Both, to the same value. */
        SAME,
        /** Both, to different values. */
        BOTH
    }

    /**
     * One setting that was changed.
     *
     * @param before its value when I began
     */
    public record Line(Setting setting, String before, String theirs, String mine, Side side) {

        public boolean isConflict() {
            return side == Side.BOTH;
        }
    }

    /**
     * @param base what I saw when I began
     * @param theirs what is stored now
     * @param mine what I want to store
     */
    public SettingsMerge(CampaignSettings base, CampaignSettings theirs, CampaignSettings mine) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
    }

    /** Each setting that one of the two changed, in the catalogue's order. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Setting setting : CampaignCatalogue.settings()) {
            String before = base.value(setting.id());
            String there = theirs.value(setting.id());
            String here = mine.value(setting.id());
            if (!before.equals(there) || !before.equals(here)) {
                lines.add(new Line(setting, before, there, here, side(before, there, here)));
            }
        }
        return lines;
    }

    /** What is stored now, with what only I changed, and with mine where I choose so. */
    public CampaignSettings merged(List<String> chosenMine) {
        Map<String, String> kept = new HashMap<>();
        for (Line line : lines()) {
            if (line.side() == Side.MINE
                    || line.isConflict() && chosenMine.contains(line.setting().id())) {
                kept.put(line.setting().id(), line.mine());
            }
        }
        return theirs.with(kept);
    }

    private static Side side(String before, String theirs, String mine) {
        if (theirs.equals(mine)) {
            return Side.SAME;
        }
        if (before.equals(mine)) {
            return Side.THEIRS;
        }
        return before.equals(theirs) ? Side.MINE : Side.BOTH;
    }
}
