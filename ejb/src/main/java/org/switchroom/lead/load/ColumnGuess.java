package org.switchroom.lead.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.Quoted;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

/** Which field a column goes to, guessed by its name as lists, old call-centre software and spreadsheets spell it. */
public final class ColumnGuess {
    /** In front of the name of one of the list's own fields. */
    public static final String OWN = "own:";

    /** The column is left out. */
    public static final String LEFT_OUT = "";

    private static final Map<String, LeadField> NAMES = names();

    private ColumnGuess() {}

    /** For each column its field; two columns never go to one field. */
    public static List<String> guess(FileFormat format, List<String[]> sample, LeadList list) {
        Map<String, String> own = new HashMap<>();
        for (CustomField field : list.fields()) {
            own.put(plain(field.name()), OWN + field.name());
            own.putIfAbsent(plain(field.label()), OWN + field.name());
        }
        List<String> mapping = new ArrayList<>();
        for (String column : format.columns()) {
            String target = Optional.ofNullable(own.get(plain(column)))
                    .or(() -> Optional.ofNullable(NAMES.get(plain(column))).map(LeadField::word))
                    .orElse(LEFT_OUT);
            mapping.add(mapping.contains(target) ? LEFT_OUT : target);
        }
        if (!mapping.contains(LeadField.PHONE.word())) {
            phoneColumn(sample, mapping).ifPresent(column -> mapping.set(column, LeadField.PHONE.word()));
        }
        return mapping;
    }

    /** @throws InvalidLeadException if there is no such field, one twice, or no column for the number */
    public static List<String> requireValid(List<String> mapping, FileFormat format, LeadList list) {
        if (mapping.size() != format.columns().size()) {
            throw new InvalidLeadException("mapping", "must name a field for each of the columns of the file");
        }
        Set<String> seen = new HashSet<>();
        for (String target : mapping) {
            boolean known = target.isEmpty()
                    || LeadField.of(target).isPresent()
                    || list.fields().stream().anyMatch(own -> target.equals(OWN + own.name()));
            if (!known) {
                throw new InvalidLeadException("mapping", "there is no field " + Quoted.text(target));
            }
            if (!target.isEmpty() && !seen.add(target)) {
                throw new InvalidLeadException("mapping", "two columns go to " + target);
            }
        }
        if (!seen.contains(LeadField.PHONE.word())) {
            throw new InvalidLeadException("mapping", "no column goes to phone");
        }
        return mapping;
    }

    /** By which a mapping is remembered. */
    public static String hash(FileFormat format) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\n", format.columns()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> knownNames() {
        return NAMES.keySet();
    }

    /** Small letters and digits alone. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]", "");
    }

    /** The first column without a field in which most cells look like numbers. */
    private static Optional<Integer> phoneColumn(List<String[]> sample, List<String> mapping) {
        for (int column = 0; column < mapping.size(); column++) {
            int at = column;
            long good = sample.stream()
                    .filter(row -> row.length > at && row[at].strip().matches("\\+?[0-9(][0-9 ()./-]{6,24}"))
                    .count();
            if (mapping.get(at).isEmpty() && !sample.isEmpty() && good * 2 > sample.size()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Map<String, LeadField> names() {
        Map<String, LeadField> names = new HashMap<>();
        for (LeadField field : LeadField.values()) {
            put(names, field, field.word());
        }
        put(
                names,
                LeadField.PHONE,
                "phone1 phonenumber telephone tel number mobile mobilephone cell cellphone telefon telefonnummer rufnummer nummer handy mobil");
        put(
                names,
                LeadField.ALT_PHONE,
                "phone2 altphone alternatephone otherphone secondphone telefon2 mobile2 workphone");
        put(names, LeadField.DIAL_CODE, "dialcode phonecode countrycode dialprefix vorwahl");
        put(names, LeadField.TITLE, "salutation anrede titel prefix");
        put(names, LeadField.FIRST_NAME, "firstname first givenname forename vorname");
        put(names, LeadField.INITIAL, "middleinitial middlename middle mi");
        put(names, LeadField.LAST_NAME, "lastname last surname familyname name nachname familienname");
        put(names, LeadField.ADDRESS1, "address address1 street strasse straße addressline1 anschrift");
        put(names, LeadField.ADDRESS2, "address2 addressline2 adresszusatz");
        put(names, LeadField.ADDRESS3, "address3 addressline3");
        put(names, LeadField.CITY, "town ort stadt");
        put(names, LeadField.STATE, "statecode bundesland");
        put(names, LeadField.POST_CODE, "postcode postalcode zip zipcode plz postleitzahl");
        put(names, LeadField.PROVINCE, "county region");
        put(names, LeadField.COUNTRY, "land countryiso");
        put(
                names,
                LeadField.VENDOR_ID,
                "vendorid vendorleadcode custno customerid customerno customernumber kundennummer kundennr externalid sourceid accountnumber");
        put(names, LeadField.SHOW, "showname tvshow");
        put(names, LeadField.EMAIL, "mail emailaddress");
        put(names, LeadField.COMMENTS, "comment notes note remarks bemerkung kommentar notiz");
        put(names, LeadField.RANK, "priority rang");
        put(names, LeadField.OWNER, "agent betreuer");
        put(names, LeadField.TIME_ZONES, "timezone timezones zone zeitzone");
        put(names, LeadField.DISPOSITION, "status");
        return names;
    }

    private static void put(Map<String, LeadField> names, LeadField field, String spellings) {
        for (String spelling : spellings.split(" ")) {
            names.put(plain(spelling), field);
        }
    }
}
