package org.switchroom.campaign.control;

import java.util.Map;
import org.switchroom.campaign.entity.CampaignSettings;

/** Settings that belong together for a common kind of campaign; a place to start from, not legal advice. */
public enum Starter {
    US_SALES(Map.ofEntries(
            Map.entry("dial_method", "ADAPTIVE_AVERAGE"),
            Map.entry("dial_level", "1.5"),
            Map.entry("highest_level", "2.5"),
            Map.entry("slow_below", "5"),
            Map.entry("dial_dispositions", "BUSY,NEW,NO_ANSWER"),
            Map.entry("most_attempts_24h", "3"),
            Map.entry("most_attempts_7d", "7"),
            Map.entry("call_time", "US_SALES"),
            Map.entry("policy", "US_FEDERAL"),
            Map.entry("dnc_campaign", "true"),
            Map.entry("abandoned_ratio", "2.5"),
            Map.entry("pause_codes_required", "true"),
            Map.entry("hot_keys", "true"))),
    UK_SERVICE(Map.ofEntries(
            Map.entry("dial_method", "RATIO"),
            Map.entry("dial_level", "1.0"),
            Map.entry("free_agents_only", "true"),
            Map.entry("dial_timeout", "25"),
            Map.entry("dial_dispositions", "NEW,NO_ANSWER"),
            Map.entry("most_attempts_day", "1"),
            Map.entry("call_time", "UK_SERVICE"),
            Map.entry("policy", "UK"),
            Map.entry("abandoned_ratio", "0.0"),
            Map.entry("abandoned_lockout", "72"),
            Map.entry("next_agent", "SAME_AGENT_FIRST"),
            Map.entry("recording", "ALL"),
            Map.entry("recording_consent", "ANNOUNCE"),
            Map.entry("pause_codes_required", "true"))),
    BY_HAND(Map.of("dial_method", "PREVIEW", "hopper_level", "10", "manual_dialling", "EVERYBODY")),
    INBOUND(Map.of("dial_method", "INBOUND_ONLY", "recording", "ALL", "recording_consent", "ANNOUNCE"));

    private final Map<String, String> values;

    Starter(Map<String, String> values) {
        this.values = values;
    }

    public Map<String, String> settings() {
        return values;
    }

    /** The same campaign with these values; everything else stays. */
    public CampaignSettings on(CampaignSettings settings) {
        return settings.with(values);
    }
}
