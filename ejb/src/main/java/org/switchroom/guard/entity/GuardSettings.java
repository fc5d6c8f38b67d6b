package org.switchroom.guard.entity;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.user.entity.Violation;

/** All that administrators set, as one thing with one version. */
public record GuardSettings(GuardPlan plan, List<Cap> caps, List<Rate> rates) implements Serializable {
    public static final GuardSettings OFF = new GuardSettings(GuardPlan.OFF, List.of(), List.of());

    private static final int MOST_CAPS = 200;
    private static final int MOST_RATES = 1000;

    public GuardSettings {
        caps = caps.stream()
                .sorted(Comparator.comparing((Cap cap) -> cap.key().scope())
                        .thenComparing(cap -> cap.key().name()))
                .collect(Collectors.toCollection(ArrayList::new));
        rates = rates.stream()
                .sorted(Comparator.comparing(Rate::prefix))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>(plan.violations());
        caps.forEach(cap -> found.addAll(cap.violations()));
        rates.forEach(rate -> found.addAll(rate.violations()));
        Set<CapKey> keys = new HashSet<>();
        if (!caps.stream().allMatch(cap -> keys.add(cap.key())) || caps.size() > MOST_CAPS) {
            found.add(new Violation("caps", "each name once, at most " + MOST_CAPS));
        }
        Set<String> prefixes = new HashSet<>();
        if (!rates.stream().allMatch(rate -> prefixes.add(rate.prefix())) || rates.size() > MOST_RATES) {
            found.add(new Violation("rates", "each beginning once, at most " + MOST_RATES));
        }
        return found;
    }

    /** The settings of texts as {@link #fields()} gives them. */
    public static GuardSettings of(Map<String, String> fields) {
        GuardPlan plan = new GuardPlan(
                Boolean.parseBoolean(fields.get("enforced")),
                fields.get("home_country"),
                Reading.valueOf(fields.get("reading")),
                Integer.parseInt(fields.get("internal_digits")),
                fields.get("currency"),
                new BigDecimal(fields.get("default_rate")),
                Integer.parseInt(fields.get("reserved_minutes")));
        return new GuardSettings(
                plan,
                lines(fields.get("caps")).map(Cap::of).toList(),
                lines(fields.get("rates"))
                        .flatMap(line -> Rate.of(line).stream())
                        .toList());
    }

    private static Stream<String> lines(String text) {
        return Arrays.stream(text.split("; ")).filter(line -> !line.isBlank());
    }

    /** Each setting as a text, for the audit and for comparing. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("enforced", Boolean.toString(plan.enforced()));
        fields.put("home_country", plan.homeCountry());
        fields.put("reading", plan.reading().name());
        fields.put("internal_digits", Integer.toString(plan.internalDigits()));
        fields.put("currency", plan.currency());
        fields.put("default_rate", plan.defaultRate().stripTrailingZeros().toPlainString());
        fields.put("reserved_minutes", Integer.toString(plan.reservedMinutes()));
        fields.put("caps", caps.stream().map(Cap::text).collect(Collectors.joining("; ")));
        fields.put("rates", rates.stream().map(Rate::text).collect(Collectors.joining("; ")));
        return fields;
    }
}
