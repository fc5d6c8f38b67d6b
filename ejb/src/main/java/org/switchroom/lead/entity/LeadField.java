package org.switchroom.lead.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of a lead, each with its column, its public name and the most characters it may have. */
public enum LeadField {
    PHONE("phone", 15),
    ALT_PHONE("alt_phone", 15),
    DIAL_CODE("dial_code", 4),
    TITLE("title", 32),
    FIRST_NAME("first_name", 64),
    INITIAL("initial", 16),
    LAST_NAME("last_name", 64),
    ADDRESS1("address1", 128),
    ADDRESS2("address2", 128),
    ADDRESS3("address3", 128),
    CITY("city", 64),
    STATE("state", 64),
    POST_CODE("post_code", 20),
    PROVINCE("province", 64),
    COUNTRY("country", 2),
    VENDOR_ID("vendor_id", 64),
    SHOW("show_name", 64),
    EMAIL("email", 254),
    COMMENTS("comments", 2000),
    RANK("lead_rank", 6),
    OWNER("owner", 64),
    TIME_ZONES("time_zones", 1000),
    DISPOSITION("disposition", 20);

    private final String column;
    private final int most;
    private final String word;

    LeadField(String column, int most) {
        this.column = column;
        this.most = most;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** Name of the column in {@code call_lead}. */
    public String column() {
        return column;
    }

    /** The most characters that are stored. */
    public int most() {
        return most;
    }

    /** Name in REST, files and mappings, for example {@code last_name}. */
    public String word() {
        return word;
    }

    /** Whether it is a telephone number: read by region, kept as digits, shown with a plus. */
    public boolean isPhone() {
        return this == PHONE || this == ALT_PHONE;
    }

    public static Optional<LeadField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
