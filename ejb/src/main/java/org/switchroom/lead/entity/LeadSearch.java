package org.switchroom.lead.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What leads are looked for by: one key that an index answers, and what else must hold.
 *
 * @param key what is searched
 * @param text exact value or beginning, by the key; digits for a number
 * @param prefix whether the text is only the beginning
 * @param listId only in this list, or null
 * @param disposition only with this disposition, or null
 * @param after key of the last lead of the page before, or null
 */
public record LeadSearch(Key key, String text, boolean prefix, Long listId, String disposition, String after) {
    private static final Pattern LIST_PLACE = Pattern.compile("([A-Z0-9_]{1,20}),([01]),([0-9]{1,18})");
    private static final Pattern ID_PLACE = Pattern.compile("[0-9]{1,18}");

    /** What a search goes by. */
    public enum Key {
        ID,
        PHONE,
        LAST_NAME,
        VENDOR_ID,
        STATUS,
        /** All of one list, those not called since reset first. */
        LIST
    }

    public static LeadSearch ofList(long listId) {
        return new LeadSearch(Key.LIST, "", true, listId, null, null);
    }

    public static LeadSearch of(Key key, String text, boolean prefix) {
        return new LeadSearch(key, text, prefix, null, null, null);
    }

    public LeadSearch inList(Long only) {
        return new LeadSearch(key, text, prefix, only, disposition, after);
    }

    public LeadSearch withDisposition(String only) {
        return new LeadSearch(key, text, prefix, listId, only, after);
    }

    public LeadSearch after(String place) {
        return new LeadSearch(key, text, prefix, listId, disposition, place);
    }

    /** The same, walked by list and disposition where both are given. */
    public LeadSearch byTheBestIndex() {
        return key == Key.STATUS && listId != null ? new LeadSearch(Key.LIST, "", true, listId, text, after) : this;
    }

    /** A place in a list: disposition, whether called, id. */
    public record ListPlace(String disposition, int called, long id) {
        public static final ListPlace START = new ListPlace("", 0, 0);
    }

    /** Where a page of a list begins. */
    public ListPlace listPlace() {
        if (after == null) {
            return ListPlace.START;
        }
        Matcher matcher = LIST_PLACE.matcher(after);
        if (!matcher.matches()) {
            throw new InvalidLeadException("after", "is no place in this list");
        }
        return new ListPlace(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    /** Id of the last lead before the page; 0 at the start. */
    public long placeId() {
        String id = after == null ? "0" : after.substring(after.lastIndexOf(',') + 1);
        if (!ID_PLACE.matcher(id).matches()) {
            throw new InvalidLeadException("after", "is no place in this search");
        }
        return Long.parseLong(id);
    }

    /** Value of the key in the last lead before the page. */
    public Optional<String> placeText() {
        return Optional.ofNullable(after).map(place -> {
            int comma = place.lastIndexOf(',');
            return comma < 0 ? "" : place.substring(0, comma);
        });
    }
}
