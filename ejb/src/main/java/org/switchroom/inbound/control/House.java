package org.switchroom.inbound.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;
import org.switchroom.inbound.entity.Rule;
import org.switchroom.inbound.entity.Setting;
import org.switchroom.inbound.entity.Target;
import org.switchroom.inbound.entity.TargetKind;
import org.switchroom.inbound.entity.Violation;

/** All items together, as they would be with one of them changed: who leads where. */
final class House {
    private final Map<ItemKey, InboundItem> items = new LinkedHashMap<>();

    House(Collection<InboundItem> present) {
        present.forEach(item -> items.put(item.key(), item));
    }

    Optional<InboundItem> find(ItemKey key) {
        return Optional.ofNullable(items.get(key));
    }

    /** Who leads to this item, besides itself. */
    List<ItemKey> usersOf(ItemKey key) {
        return items.values().stream()
                .filter(item -> !item.key().equals(key) && item.references().containsValue(key))
                .map(InboundItem::key)
                .toList();
    }

    /** All that would be wrong if this item were stored. */
    List<Violation> violations(InboundItem wanted) {
        List<Violation> violations = wanted.violations();
        if (!violations.isEmpty()) {
            return violations;
        }
        List<InboundItem> others = new ArrayList<>(items.values());
        others.add(wanted);
        House changed = new House(others);
        List<Violation> found = new ArrayList<>(changed.missing(wanted));
        found.addAll(changed.waysOut(wanted));
        return found;
    }

    private List<Violation> missing(InboundItem item) {
        List<Violation> missing = new ArrayList<>();
        item.references().forEach((setting, to) -> {
            if (!items.containsKey(to)) {
                missing.add(Violation.of(setting, Rule.NOT_THERE, to.words()));
            }
        });
        return missing;
    }

    /**
     * Settings by which callers of a menu would reach an outside number. Whoever can make the house dial for nothing will, so that no
     * menu may lead to a number, not even through groups and other menus.
     */
    private List<Violation> waysOut(InboundItem item) {
        if (!isReachedByMenu(item)) {
            return List.of();
        }
        List<Violation> ways = new ArrayList<>();
        for (Setting setting : item.kind().settings()) {
            target(setting, item)
                    .flatMap(target -> wayOut(setting, target))
                    .ifPresent(owner -> ways.add(Violation.of(setting.id(), Rule.WAY_OUT, owner)));
        }
        return ways;
    }

    private boolean isReachedByMenu(InboundItem item) {
        return items.values().stream()
                .filter(menu -> menu.kind() == InboundKind.CALL_MENU)
                .anyMatch(menu -> reachedFrom(menu.key()).contains(item.key()));
    }

    /** In words whose outside number this target reaches; empty if none. */
    private Optional<String> wayOut(Setting setting, Target target) {
        if (target.kind() == TargetKind.NUMBER) {
            return Optional.of(setting.id());
        }
        return target.item().stream()
                .flatMap(to -> reachedFrom(to).stream())
                .map(items::get)
                .filter(House::dialsOut)
                .map(item -> item.key().words())
                .findFirst();
    }

    private static boolean dialsOut(InboundItem item) {
        return item.kind().settings().stream()
                .anyMatch(setting -> target(setting, item)
                        .filter(to -> to.kind() == TargetKind.NUMBER)
                        .isPresent());
    }

    private static Optional<Target> target(Setting setting, InboundItem item) {
        return setting.leadsTo().isEmpty() ? Optional.empty() : Target.parse(item.value(setting.id()));
    }

    /** This item and all that it leads to, as far as they are there. */
    private Set<ItemKey> reachedFrom(ItemKey start) {
        Set<ItemKey> reached = new HashSet<>();
        Deque<ItemKey> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            ItemKey key = open.pop();
            if (items.containsKey(key) && reached.add(key)) {
                open.addAll(items.get(key).references().values());
            }
        }
        return reached;
    }
}
