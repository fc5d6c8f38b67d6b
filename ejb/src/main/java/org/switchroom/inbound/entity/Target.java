package org.switchroom.inbound.entity;

import java.util.Optional;

/**
 * Where a call goes, spelled {@code IN_GROUP:SALES} or {@code HANG_UP}.
 *
 * @param key empty if this kind has none
 */
public record Target(TargetKind kind, String key) {

    /** Empty if the kind is unknown, or has a key where it must not or none where it must. */
    public static Optional<Target> parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String key = colon < 0 ? "" : text.substring(colon + 1).strip();
        return TargetKind.named(name.strip())
                .filter(kind -> kind.keys().isPresent() == !key.isEmpty() && (colon < 0) == key.isEmpty())
                .map(kind -> new Target(
                        kind, kind.keys().map(keys -> keys.canonical(key)).orElse("")));
    }

    boolean isSpelledRight() {
        return kind.keys().map(keys -> keys.allows(key)).orElse(true);
    }

    /** The item that it names; empty if it names none. */
    public Optional<ItemKey> item() {
        return kind.refersTo().map(to -> new ItemKey(to, key));
    }

    @Override
    public String toString() {
        return key.isEmpty() ? kind.name() : kind + ":" + key;
    }
}
