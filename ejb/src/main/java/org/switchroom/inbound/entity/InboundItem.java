package org.switchroom.inbound.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.common.Quoted;

/**
 * One in-group, DID, call menu, music class or voicemail box. Never changes; what is not in {@code changed} has its default.
 *
 * @param changed values that differ from the default, canonical, in the order of the kind's settings
 * @param changedAt null if it was not stored yet
 * @param changedBy account that stored it last, empty if nobody did
 * @param version 0 if it was not stored yet
 */
public record InboundItem(ItemKey key, Map<String, String> changed, Instant changedAt, String changedBy, int version) {

    /** A new item of these values. */
    public static InboundItem of(InboundKind kind, String id, Map<String, String> given) {
        return of(new ItemKey(kind, kind.keys().canonical(id)), given, null, "", 0);
    }

    /**
     * An item of these values; what is not named has its default.
     *
     * @throws IllegalArgumentException if the kind has no such setting
     */
    public static InboundItem of(ItemKey key, Map<String, String> given, Instant changedAt, String by, int version) {
        for (String id : given.keySet()) {
            if (key.kind().setting(id).isEmpty()) {
                throw new IllegalArgumentException(key.kind() + " has no setting " + id);
            }
        }
        Map<String, String> changed = new LinkedHashMap<>();
        for (Setting setting : key.kind().settings()) {
            Optional.ofNullable(given.get(setting.id()))
                    .map(setting::canonical)
                    .filter(value -> !value.equals(setting.fallback()))
                    .ifPresent(value -> changed.put(setting.id(), value));
        }
        return new InboundItem(key, Collections.unmodifiableMap(changed), changedAt, by, version);
    }

    /** The same values over this version of what is stored. */
    public InboundItem over(int seen) {
        return new InboundItem(key, changed, changedAt, changedBy, seen);
    }

    public InboundKind kind() {
        return key.kind();
    }

    public String id() {
        return key.id();
    }

    public String name() {
        return value(General.NAME);
    }

    /** The value of a setting, the default if nobody changed it. */
    public String value(String id) {
        return changed.getOrDefault(id, kind().setting(id).orElseThrow().fallback());
    }

    public int number(String id) {
        return Integer.parseInt(value(id));
    }

    public boolean truth(String id) {
        return Boolean.parseBoolean(value(id));
    }

    /** Each setting with its value, in the kind's order. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        kind().settings().forEach(setting -> all.put(setting.id(), value(setting.id())));
        return all;
    }

    /** Which items it names, by the setting that names them. */
    public Map<String, ItemKey> references() {
        Map<String, ItemKey> references = new LinkedHashMap<>();
        for (Setting setting : kind().settings()) {
            setting.item(value(setting.id())).ifPresent(to -> references.put(setting.id(), to));
        }
        return references;
    }

    /** All that is wrong with it by itself, without looking at other items. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (!kind().keys().allows(id())) {
            violations.add(Violation.of("id", Rule.of(kind().keys()), Quoted.text(id())));
        }
        for (Setting setting : kind().settings()) {
            setting.check(value(setting.id())).ifPresent(violations::add);
        }
        return violations.isEmpty() ? Agreement.violations(this) : violations;
    }
}
