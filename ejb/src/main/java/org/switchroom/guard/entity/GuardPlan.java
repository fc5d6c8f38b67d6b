package org.switchroom.guard.entity;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.switchroom.user.entity.Violation;

/**
 * Whether the guard acts, and how it reads numbers and counts money.
 *
 * @param homeCountry two letters, or null
 * @param internalDigits so many digits at most are an extension
 * @param defaultRate a minute costs so much where no rate is known
 * @param reservedMinutes counted as spent while a call is shorter
 */
public record GuardPlan(
        boolean enforced,
        String homeCountry,
        Reading reading,
        int internalDigits,
        String currency,
        BigDecimal defaultRate,
        int reservedMinutes)
        implements Serializable {
    /** As it is before anybody set it up. */
    public static final GuardPlan OFF = new GuardPlan(false, null, Reading.INTERNATIONAL, 6, "EUR", BigDecimal.ONE, 3);

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_INTERNAL = 12;
    private static final int MOST_RESERVED = 60;

    public GuardPlan {
        homeCountry = homeCountry == null || homeCountry.isBlank() ? null : homeCountry.strip();
    }

    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (homeCountry != null && !COUNTRY.matcher(homeCountry).matches()) {
            found.add(new Violation("home_country", "two letters of ISO 3166, for example DE"));
        }
        if (homeCountry == null && (enforced || reading == Reading.NATIONAL)) {
            found.add(new Violation("home_country", "is needed to tell numbers of home from others"));
        }
        if (reading == null) {
            found.add(new Violation("reading", "INTERNATIONAL or NATIONAL"));
        }
        if (internalDigits < 0 || internalDigits > MOST_INTERNAL) {
            found.add(new Violation("internal_digits", "0 to " + MOST_INTERNAL));
        }
        if (!CURRENCY.matcher(currency).matches()) {
            found.add(new Violation("currency", "three letters of ISO 4217, for example EUR"));
        }
        if (!Rate.isRate(defaultRate)) {
            found.add(new Violation("default_rate", "0 to 99999, with at most 4 decimals"));
        }
        if (reservedMinutes < 0 || reservedMinutes > MOST_RESERVED) {
            found.add(new Violation("reserved_minutes", "0 to " + MOST_RESERVED));
        }
        return found;
    }
}
