package org.switchroom.lead.control;

import org.switchroom.lead.entity.LeadSearch;

/**
 * The walk along an index for each key of a search, and the count of what it would see. Where nobody asks for a disposition, none is read:
 * the indexes have all the rest, so that no row is looked at which is not shown.
 */
final class LeadQueries {
    private static final String ID =
            "select id, list_id, %s as disposition, '' as place from call_lead where id = ? and id > ? order by id limit ?";
    private static final String PHONE = """
            select id, list_id, %s as disposition, phone as place from call_lead
             where phone >= ? and phone < ? and phone >= ? and (phone > ? or id > ?) order by phone, id limit ?""";
    private static final String LAST_NAME = """
            select id, list_id, %s as disposition, last_name as place from call_lead
             where last_name like ? escape '|' and last_name >= ? and (last_name > ? or id > ?)
             order by last_name, id limit ?""";
    private static final String VENDOR_ID = """
            select id, list_id, %s as disposition, vendor_id as place from call_lead
             where vendor_id like ? escape '|' and vendor_id >= ? and (vendor_id > ? or id > ?)
             order by vendor_id, id limit ?""";
    private static final String STATUS = """
            select id, list_id, %s as disposition, '' as place from call_lead
             where disposition = ? and id > ? order by id limit ?""";

    /** The rest of the same disposition, then the next one: each is one step in the index. */
    static final String SAME_DISPOSITION = """
            select disposition, called_since_reset from call_lead
             where list_id = ? and disposition = ? and called_since_reset > ? order by called_since_reset limit 1""";

    static final String NEXT_DISPOSITION = """
            select disposition, called_since_reset from call_lead
             where list_id = ? and disposition > ? order by disposition, called_since_reset limit 1""";
    static final String OF_GROUP = """
            select id from call_lead where list_id = ? and disposition = ? and called_since_reset = ? and id > ?
             order by id limit ?""";

    private static final String COUNT_ID = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where id = ? limit ?) seen group by list_id, disposition""";
    private static final String COUNT_PHONE = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where phone >= ? and phone < ? limit ?) seen
             group by list_id, disposition""";
    private static final String COUNT_LAST_NAME = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where last_name like ? escape '|' limit ?) seen
             group by list_id, disposition""";
    private static final String COUNT_VENDOR_ID = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where vendor_id like ? escape '|' limit ?) seen
             group by list_id, disposition""";
    private static final String COUNT_STATUS = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where disposition = ? limit ?) seen group by list_id, disposition""";
    private static final String COUNT_LIST = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where list_id = ? limit ?) seen group by list_id, disposition""";
    private static final String COUNT_LIST_STATUS = """
            select list_id, disposition, count(*) as many from
              (select list_id, %s as disposition from call_lead where list_id = ? and disposition = ? limit ?) seen
             group by list_id, disposition""";

    private static final String NONE = "''";

    /** Behind every digit. */
    private static final String LAST = ":";

    private LeadQueries() {}

    static String walk(LeadSearch search) {
        String sql = switch (search.key()) {
            case ID -> ID;
            case PHONE -> PHONE;
            case LAST_NAME -> LAST_NAME;
            case VENDOR_ID -> VENDOR_ID;
            case STATUS -> STATUS;
            case LIST -> OF_GROUP;
        };
        return sql.formatted(disposition(search));
    }

    static Object[] walkValues(LeadSearch search, int limit) {
        String place = search.placeText().orElse("");
        return switch (search.key()) {
            case ID -> new Object[] {id(search), search.placeId(), limit};
            case PHONE -> new Object[] {search.text(), end(search), place, place, search.placeId(), limit};
            case LAST_NAME, VENDOR_ID -> new Object[] {pattern(search), place, place, search.placeId(), limit};
            case STATUS -> new Object[] {search.text(), search.placeId(), limit};
            case LIST -> new Object[] {};
        };
    }

    static String count(LeadSearch search) {
        String sql = switch (search.key()) {
            case ID -> COUNT_ID;
            case PHONE -> COUNT_PHONE;
            case LAST_NAME -> COUNT_LAST_NAME;
            case VENDOR_ID -> COUNT_VENDOR_ID;
            case STATUS -> COUNT_STATUS;
            case LIST -> search.disposition() == null ? COUNT_LIST : COUNT_LIST_STATUS;
        };
        return sql.formatted(disposition(search));
    }

    static Object[] countValues(LeadSearch search, int limit) {
        return switch (search.key()) {
            case ID -> new Object[] {id(search), limit};
            case PHONE -> new Object[] {search.text(), end(search), limit};
            case LAST_NAME, VENDOR_ID -> new Object[] {pattern(search), limit};
            case STATUS -> new Object[] {search.text(), limit};
            case LIST ->
                search.disposition() == null
                        ? new Object[] {search.listId(), limit}
                        : new Object[] {search.listId(), search.disposition(), limit};
        };
    }

    private static String disposition(LeadSearch search) {
        return search.disposition() == null ? NONE : "disposition";
    }

    /** No lead has the id 0. */
    private static long id(LeadSearch search) {
        return search.text().matches("[0-9]{1,18}") ? Long.parseLong(search.text()) : 0;
    }

    /** Digits are below a colon and above an exclamation mark. A blank at the end would not count. */
    private static String end(LeadSearch search) {
        return search.text() + (search.prefix() ? LAST : "!");
    }

    private static String pattern(LeadSearch search) {
        String exact = search.text().replace("|", "||").replace("%", "|%").replace("_", "|_");
        return search.prefix() ? exact + "%" : exact;
    }
}
