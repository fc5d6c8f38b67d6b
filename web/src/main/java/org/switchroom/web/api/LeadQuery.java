package org.switchroom.web.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.lead.control.PhoneReading;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.LeadSearch.Key;
import org.switchroom.web.api.body.BodyRefusedException;

/** The query of a search: exactly one key, or a list alone. A value that ends in {@code *} is a beginning. */
final class LeadQuery {
    static final Set<String> PARAMETERS =
            Set.of("phone", "last_name", "vendor_id", "status", "list_id", "limit", "after");

    private static final Map<String, Key> KEYS =
            Map.of("phone", Key.PHONE, "last_name", Key.LAST_NAME, "vendor_id", Key.VENDOR_ID, "status", Key.STATUS);

    private LeadQuery() {}

    static LeadSearch search(QueryParameters query) {
        var keys = KEYS.keySet().stream()
                .filter(key -> query.text(key).isPresent())
                .toList();
        Optional<Long> list = query.text("list_id").map(text -> (long) query.number("list_id", 1, 999_999_999, 0));
        LeadSearch search;
        if (keys.isEmpty()) {
            search = LeadSearch.ofList(list.orElseThrow(() ->
                    new BodyRefusedException("query", "Give one of phone, last_name, vendor_id, status, list_id.")));
        } else if (keys.size() == 1 || keys.size() == 2 && keys.contains("status")) {
            String key = keys.stream()
                    .filter(each -> keys.size() == 1 || !each.equals("status"))
                    .findFirst()
                    .orElseThrow();
            search = by(KEYS.get(key), query.text(key).orElseThrow()).inList(list.orElse(null));
            search = keys.size() == 2
                    ? search.withDisposition(query.text("status").orElseThrow())
                    : search;
        } else {
            throw new BodyRefusedException("query", "Give only one of phone, last_name, vendor_id.");
        }
        return search.after(query.text("after").orElse(null));
    }

    private static LeadSearch by(Key key, String text) {
        boolean prefix = text.endsWith("*") && key != Key.STATUS;
        String value = prefix ? text.substring(0, text.length() - 1) : text;
        return LeadSearch.of(key, key == Key.PHONE ? digits(value, prefix) : value, prefix);
    }

    /** A whole number may be written as people write it if it has its plus; a beginning is digits. */
    private static String digits(String text, boolean prefix) {
        String digits = text.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            throw new BodyRefusedException("phone", "This must have digits.");
        }
        return prefix ? digits : PhoneReading.digitsOf(text).orElse(digits);
    }
}
