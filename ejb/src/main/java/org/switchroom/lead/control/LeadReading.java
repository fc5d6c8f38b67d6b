package org.switchroom.lead.control;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.switchroom.common.Quoted;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

/**
 * Reads what people or files say of a lead into what is stored: numbers as digits of E.164, the country as two letters, the time zones
 * found by the number where none are given. One for a list; safe for use by many threads.
 */
public final class LeadReading {
    private static final Pattern DISPOSITION = Pattern.compile("[A-Z0-9_]{1,20}");
    private static final Pattern RANK = Pattern.compile("-?[0-9]{1,5}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> COUNTRY_NAMES = countryNames();
    private static final ZonesOfNumbers ZONES = new ZonesOfNumbers();

    /** What is stored. */
    public record Read(Map<LeadField, String> fields, Map<String, String> custom) {}

    private final String region;
    private final Map<String, CustomField> custom;

    public LeadReading(LeadList list) {
        this.region = list.region();
        this.custom = list.fields().stream().collect(Collectors.toMap(CustomField::name, Function.identity()));
    }

    /**
     * @param raw as written; an empty value counts as missing
     * @param rawCustom values of own fields by name
     * @throws InvalidLeadException naming the first field that is wrong
     */
    public Read read(Map<LeadField, String> raw, Map<String, String> rawCustom) {
        Map<LeadField, String> fields = new EnumMap<>(LeadField.class);
        raw.forEach((field, value) -> {
            if (value != null && !value.isBlank()) {
                fields.put(field, plain(field, value.strip()));
            }
        });
        PhoneReading phone = PhoneReading.of(raw.get(LeadField.PHONE), regionOf(fields));
        if (!phone.isPossible()) {
            throw new InvalidPhoneException(raw.get(LeadField.PHONE), phone.problem());
        }
        fields.put(LeadField.PHONE, phone.digits());
        fields.put(LeadField.DIAL_CODE, phone.dialCode());
        fields.computeIfPresent(LeadField.ALT_PHONE, (field, text) -> other(text, regionOf(fields)));
        zones(fields, phone);
        fields.putIfAbsent(LeadField.DISPOSITION, "NEW");
        return new Read(fields, own(rawCustom));
    }

    private static String other(String text, String region) {
        PhoneReading reading = PhoneReading.of(text, region);
        if (!reading.isPossible()) {
            throw new InvalidLeadException(
                    LeadField.ALT_PHONE.word(),
                    Quoted.text(text) + " " + reading.problem().words());
        }
        return reading.digits();
    }

    /** The lead's own country, else that of its dial code, else the list's. */
    private String regionOf(Map<LeadField, String> fields) {
        return Optional.ofNullable(fields.get(LeadField.COUNTRY))
                .or(() -> PhoneReading.region(fields.get(LeadField.DIAL_CODE)))
                .orElse(region);
    }

    private static void zones(Map<LeadField, String> fields, PhoneReading phone) {
        if (!fields.containsKey(LeadField.TIME_ZONES)) {
            String found = ZONES.of(phone);
            if (!found.isEmpty()) {
                fields.put(LeadField.TIME_ZONES, found);
            }
        }
    }

    private Map<String, String> own(Map<String, String> raw) {
        if (raw.isEmpty()) {
            return Map.of();
        }
        Map<String, String> read = new HashMap<>();
        raw.forEach((name, value) -> {
            CustomField field = custom.get(name);
            if (field == null) {
                throw new InvalidLeadException(name, "is no field of this list");
            }
            if (value != null && !value.isBlank()) {
                read.put(name, field.checked(value.strip()));
            }
        });
        return read;
    }

    private static String plain(LeadField field, String value) {
        InvalidLeadException.refuseUnstorable(field.word(), value);
        String read = switch (field) {
            case COUNTRY -> country(value);
            case DISPOSITION -> matching(field, value.toUpperCase(Locale.ROOT), DISPOSITION);
            case RANK -> matching(field, value, RANK);
            case EMAIL -> matching(field, value, EMAIL);
            case TIME_ZONES -> zoneNames(value);
            default -> value;
        };
        if (!field.isPhone() && field != LeadField.DIAL_CODE && read.length() > field.most()) {
            throw new InvalidLeadException(
                    field.word(), "has %d characters, at most %d are stored".formatted(read.length(), field.most()));
        }
        return read;
    }

    private static String matching(LeadField field, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidLeadException(field.word(), Quoted.text(value) + " can't be read");
        }
        return value;
    }

    private static String country(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        String code = COUNTRIES.contains(upper) ? upper : COUNTRY_NAMES.get(upper);
        if (code == null) {
            throw new InvalidLeadException(LeadField.COUNTRY.word(), Quoted.text(value) + " is no country");
        }
        return code;
    }

    private static String zoneNames(String value) {
        List<String> names =
                Arrays.stream(value.split("[,;]")).map(String::strip).distinct().toList();
        for (String name : names) {
            try {
                ZoneId.of(name);
            } catch (DateTimeException e) {
                throw new InvalidLeadException(LeadField.TIME_ZONES.word(), Quoted.text(name) + " is no time zone");
            }
        }
        return String.join(",", names);
    }

    private static Map<String, String> countryNames() {
        Map<String, String> names = new HashMap<>();
        for (String code : COUNTRIES) {
            Locale country = new Locale.Builder().setRegion(code).build();
            names.put(country.getISO3Country().toUpperCase(Locale.ROOT), code);
            names.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
            names.put(country.getDisplayCountry(Locale.GERMAN).toUpperCase(Locale.ROOT), code);
        }
        names.put("UK", "GB");
        return names;
    }
}
