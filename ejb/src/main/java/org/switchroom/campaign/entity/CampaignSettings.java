package org.switchroom.campaign.entity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a campaign is set to: each setting of the catalogue with its value, most of them the default. Never changes. */
public final class CampaignSettings {
    /** All defaults: a campaign that has no name yet. */
    public static final CampaignSettings DEFAULTS = new CampaignSettings(Map.of());

    private final Map<String, String> changed;

    private CampaignSettings(Map<String, String> changed) {
        this.changed = changed;
    }

    /**
     * Settings of these values; what is not named has its default.
     *
     * @param given canonical values by id, checked before
     * @throws IllegalArgumentException if an id is not in the catalogue
     */
    public static CampaignSettings of(Map<String, String> given) {
        given.keySet().forEach(CampaignCatalogue::need);
        Map<String, String> changed = new LinkedHashMap<>();
        for (Setting setting : CampaignCatalogue.settings()) {
            Optional.ofNullable(given.get(setting.id()))
                    .filter(value -> !value.equals(setting.fallback()))
                    .ifPresent(value -> changed.put(setting.id(), value));
        }
        return new CampaignSettings(changed);
    }

    /** The same with other values for some. */
    public CampaignSettings with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(changed);
        all.putAll(others);
        return of(all);
    }

    /** The value of a setting, the default if nobody changed it. */
    public String value(String id) {
        return changed.getOrDefault(id, CampaignCatalogue.need(id).fallback());
    }

    public boolean truth(String id) {
        return Boolean.parseBoolean(value(id));
    }

    public BigDecimal number(String id) {
        return new BigDecimal(value(id));
    }

    public List<String> several(String id) {
        return Setting.words(value(id));
    }

    public String name() {
        return value(CampaignCatalogue.NAME);
    }

    public boolean active() {
        return truth(CampaignCatalogue.ACTIVE);
    }

    /** What differs from the default, in the catalogue's order. */
    public Map<String, String> changed() {
        return Collections.unmodifiableMap(changed);
    }

    /** Each setting with its value, in the catalogue's order. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        CampaignCatalogue.settings().forEach(setting -> all.put(setting.id(), value(setting.id())));
        return all;
    }

    public boolean isChanged(String id) {
        return changed.containsKey(id);
    }

    /** What is otherwise in these later settings, in the catalogue's order. */
    public List<SettingChange> changesTo(CampaignSettings later) {
        List<SettingChange> changes = new ArrayList<>();
        for (Setting setting : CampaignCatalogue.settings()) {
            String before = value(setting.id());
            String after = later.value(setting.id());
            if (!before.equals(after)) {
                changes.add(new SettingChange(setting, before, after));
            }
        }
        return List.copyOf(changes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CampaignSettings settings && settings.changed.equals(changed);
    }

    @Override
    public int hashCode() {
        return changed.hashCode();
    }

    @Override
    public String toString() {
        return changed.toString();
    }
}
