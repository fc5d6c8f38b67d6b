package org.switchroom.guard.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.guard.entity.NewCountry;

/** The countries that were called, and those of them that the database does not know yet. Safe for use by many threads. */
final class Countries {
    private final Map<String, NewCountry> known = new HashMap<>();
    private final List<NewCountry> unstored = new ArrayList<>();

    /** A call to there begins. */
    synchronized void called(String country, String by, Instant at) {
        if (!known.containsKey(country)) {
            NewCountry found = new NewCountry(country, at, by, null);
            known.put(country, found);
            unstored.add(found);
        }
    }

    /** What the database knows. */
    synchronized void know(Collection<NewCountry> stored) {
        stored.forEach(each -> known.put(each.country(), each));
    }

    /** What the database does not know yet, once. */
    synchronized List<NewCountry> take() {
        List<NewCountry> taken = List.copyOf(unstored);
        unstored.clear();
        return taken;
    }

    /** They could not be stored. */
    synchronized void giveBack(List<NewCountry> countries) {
        unstored.addAll(countries);
    }

    synchronized List<NewCountry> alarms(Instant now) {
        return known.values().stream().filter(each -> each.isAlarm(now)).toList();
    }
}
