package org.switchroom.guard.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.switchroom.guard.entity.Destination;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.Reading;
import org.switchroom.guard.entity.Target;

/**
 * Tells where digits lead, by Google's libphonenumber. Numbers need only be possible: new ranges and tests must work too. Safe for use by
 * many threads; what was read is kept, since a row is judged two or three times.
 */
final class NumberReading {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,20}");
    private static final String NO_COUNTRY = "001";
    private static final Set<PhoneNumberType> COSTLY =
            EnumSet.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER);
    /** Satellites (870, 881), networks at sea and in the air (882, 883), shared cost (808), personal (878) and premium (979) of the world. */
    private static final Set<Integer> COSTLY_CODES = Set.of(808, 870, 878, 881, 882, 883, 979);

    private static final Set<ValidationResult> POSSIBLE =
            EnumSet.of(ValidationResult.IS_POSSIBLE, ValidationResult.IS_POSSIBLE_LOCAL_ONLY);

    private static final int LONGEST_EMERGENCY = 6;
    private static final int MOST_KEPT = 50_000;

    private final GuardPlan plan;
    private final Map<Target, Optional<Destination>> known = new ConcurrentHashMap<>();

    NumberReading(GuardPlan plan) {
        this.plan = plan;
    }

    /** Where it leads; empty if it stays inside. */
    Optional<Destination> read(Target target) {
        Target key = new Target("", target.digits(), target.throughTrunk());
        Optional<Destination> found = known.get(key);
        if (found == null) {
            found = key.throughTrunk() ? Optional.of(outside(key.digits())) : extension(key.digits());
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(key, found);
        }
        return found;
    }

    /** Names, codes of features and short digits stay inside. What has more digits may lead outside, whatever stands between them. */
    private Optional<Destination> extension(String exten) {
        long digits = exten.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean inside = !exten.startsWith("+") && digits <= plan.internalDigits();
        return inside ? Optional.empty() : Optional.of(outside(exten));
    }

    private boolean isShort(String digits) {
        return !digits.startsWith("+") && digits.length() <= plan.internalDigits();
    }

    private Destination outside(String digits) {
        if (!NUMBER.matcher(digits).matches()) {
            return Destination.unreadable(digits);
        }
        if (isEmergency(digits)) {
            return new Destination(digits, plan.homeCountry(), Destination.EMERGENCY, false);
        }
        return isShort(digits) ? shortCode(digits) : number(digits);
    }

    private boolean isEmergency(String digits) {
        return plan.homeCountry() != null
                && digits.length() <= LONGEST_EMERGENCY
                && SHORT.isEmergencyNumber(digits, plan.homeCountry());
    }

    private Destination shortCode(String digits) {
        String home = plan.homeCountry() == null ? Destination.NOBODY_KNOWS : plan.homeCountry();
        return new Destination(digits, home, Destination.SHORT_CODE, isCostlyShortCode(digits));
    }

    private boolean isCostlyShortCode(String digits) {
        if (plan.homeCountry() == null) {
            return false;
        }
        PhoneNumber number = new PhoneNumber()
                .setCountryCode(NUMBERS.getCountryCodeForRegion(plan.homeCountry()))
                .setNationalNumber(Long.parseLong(digits));
        return SHORT.getExpectedCostForRegion(number, plan.homeCountry()) == ShortNumberCost.PREMIUM_RATE;
    }

    private Destination number(String digits) {
        try {
            PhoneNumber number = NUMBERS.parse(spelled(digits), plan.homeCountry());
            return POSSIBLE.contains(NUMBERS.isPossibleNumberWithReason(number))
                    ? destination(number)
                    : Destination.unreadable(digits);
        } catch (NumberParseException e) {
            return Destination.unreadable(digits);
        }
    }

    /** With + where the country code comes first; national digits stay, and the library knows how they are dialled at home. */
    private String spelled(String digits) {
        if (digits.startsWith("+") || plan.reading() == Reading.NATIONAL) {
            return digits;
        }
        return "+" + (digits.startsWith("00") ? digits.substring(2) : digits);
    }

    private static Destination destination(PhoneNumber number) {
        PhoneNumberType type = NUMBERS.getNumberType(number);
        return new Destination(
                NUMBERS.format(number, PhoneNumberFormat.E164),
                country(number),
                type.name(),
                COSTLY.contains(type) || COSTLY_CODES.contains(number.getCountryCode()));
    }

    /** Of a country code that several countries share, and a number that is none of theirs, nobody can say which it is. */
    private static String country(PhoneNumber number) {
        String region = NUMBERS.getRegionCodeForNumber(number);
        if (region == null) {
            List<String> regions = NUMBERS.getRegionCodesForCountryCode(number.getCountryCode());
            region = regions.size() == 1 ? regions.get(0) : Destination.NOBODY_KNOWS;
        }
        return region.equals(NO_COUNTRY) ? "+" + number.getCountryCode() : region;
    }
}
