package org.switchroom.campaign.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.campaign.entity.Setting;

/** Two people changed the same thing. What only one of them changed is taken as that one wants it; the rest must be chosen. */
public final class SettingsMerge {
    private final Collection<Setting> settings;
    private final Map<String, String> base;
    private final Map<String, String> theirs;
    private final Map<String, String> mine;

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
     * Each map has a value for each setting.
     *
     * @param base what I saw when I began
     * @param theirs what is stored now
     * @param mine what I want to store
     */
    public SettingsMerge(
            Collection<Setting> settings,
            Map<String, String> base,
            Map<String, String> theirs,
            Map<String, String> mine) {
        this.settings = settings;
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
    }

    /** Each setting that one of the two changed, in the order of the settings. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Setting setting : settings) {
            String before = base.get(setting.id());
            String there = theirs.get(setting.id());
            String here = mine.get(setting.id());
            if (!before.equals(there) || !before.equals(here)) {
                lines.add(new Line(setting, before, there, here, side(before, there, here)));
            }
        }
        return lines;
    }

    /** What is stored now, with what only I changed, and with mine where I choose so. */
    public Map<String, String> merged(Collection<String> chosenMine) {
        Map<String, String> merged = new LinkedHashMap<>(theirs);
        for (Line line : lines()) {
            if (line.side() == Side.MINE
                    || line.isConflict() && chosenMine.contains(line.setting().id())) {
                merged.put(line.setting().id(), line.mine());
            }
        }
        return merged;
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
