package org.switchroom.web.help;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which word of the glossary explains a setting of a campaign or of what callers meet, by how the setting's id begins. */
final class SettingTerms {
    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("abandoned_.*|connect_limit|connect_start", "abandoned"),
            Map.entry("allow_closers", "closer"),
            Map.entry("announce_wait", "answering_time"),
            Map.entry("caller_id_pool", "caller_id_pool"),
            Map.entry("caller_id_(source|number|name)", "caller_id"),
            Map.entry("callbacks_.*", "callback"),
            Map.entry("call_time|state_hours|holidays", "call_time"),
            Map.entry("dial_dispositions|no_disposition|other_numbers_after|disposition", "disposition"),
            Map.entry("dial_level|highest_level|target_difference|intensity", "dial_level"),
            Map.entry("dial_method", "dial_method"),
            Map.entry("dnc_scrub.*", "scrub"),
            Map.entry("dnc_(system|campaign|of_campaigns|prefixes)", "dnc"),
            Map.entry("hopper_level", "hopper_level"),
            Map.entry("hopper_(automatic|factor)", "hopper"),
            Map.entry("hot_keys", "hot_key"),
            Map.entry("in_groups|queue_first|transfer_groups|machine_in_group|overflow_.*", "in_group"),
            Map.entry("lead_filter", "lead_filter"),
            Map.entry("list_mix", "list_mix"),
            Map.entry("list_order|list_direction|second_.*|every_nth_new", "list_order"),
            Map.entry("machine_(detection|action)", "amd"),
            Map.entry("music_class|park_music", "music_class"),
            Map.entry("next_agent.*", "next_agent"),
            Map.entry("park_(place|limit)", "park"),
            Map.entry("pause_codes_required|longest_pause", "pause_code"),
            Map.entry("policy", "policy"),
            Map.entry("presets", "preset"),
            Map.entry("recycle|delay_minutes", "recycle_rule"),
            Map.entry("script|body", "script"),
            Map.entry("service_limit_.*", "service_level"),
            Map.entry("trunk_group|reserved_channels", "trunk"),
            Map.entry("web_form.*", "web_form"),
            Map.entry("wrap_up_.*|longest_wrap_up", "wrap_up"),
            Map.entry("zone_source|uncertain_zone_strict", "time_zone"));

    private SettingTerms() {}

    static Optional<String> of(String setting) {
        return TERMS.entrySet().stream()
                .filter(term -> Pattern.matches(term.getKey(), setting))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static Iterable<String> all() {
        return TERMS.values();
    }
}
