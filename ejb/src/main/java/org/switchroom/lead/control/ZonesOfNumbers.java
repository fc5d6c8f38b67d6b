package org.switchroom.lead.control;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time zones in which a number may be answered, by its first digits. Where several are possible all of them must allow a call, so
 * the whole list is kept. Safe for use by many threads.
 */
public final class ZonesOfNumbers {
    private static final PhoneNumberToTimeZonesMapper ZONES = PhoneNumberToTimeZonesMapper.getInstance();
    private static final String UNKNOWN = PhoneNumberToTimeZonesMapper.getUnknownTimeZone();

    /** So many digits decide the zone; the library's map has no longer beginnings that part zones within them. */
    private static final int DECISIVE_DIGITS = 8;

    private static final int MOST_KNOWN = 200_000;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Names with commas between; empty if nothing is known. */
    public String of(PhoneReading reading) {
        String digits = reading.digits();
        String beginning = digits.length() + ":" + digits.substring(0, Math.min(DECISIVE_DIGITS, digits.length()));
        String zones = known.get(beginning);
        if (zones == null) {
            zones = lookUp(reading.number());
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(beginning, zones);
        }
        return zones;
    }

    /** By the number itself if it is one that was given out; by its beginning if it is only possible. */
    private static String lookUp(PhoneNumber number) {
        List<String> zones = ZONES.getTimeZonesForNumber(number);
        if (zones.contains(UNKNOWN)) {
            zones = ZONES.getTimeZonesForGeographicalNumber(number);
        }
        return zones.contains(UNKNOWN) ? "" : String.join(",", zones);
    }
}
