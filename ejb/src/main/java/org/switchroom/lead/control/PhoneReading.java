package org.switchroom.lead.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A telephone number as people write it, read: the digits of E.164, or why it is none. Judged by its length ("possible"), not by whether
 * it was given to anybody.
 *
 * @param digits of E.164 without the plus; null if it is no number
 * @param problem null if it is one
 * @param number as the library read it; null if it is none
 */
public record PhoneReading(String digits, Problem problem, PhoneNumber number) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String PUNCTUATION = " ()./-\u00A0\u2010\u2011\u2013";
    private static final int MOST_WRITTEN = 40;

    /** Why a text is no number that could be dialled. */
    public enum Problem {
        EMPTY("is empty"),
        LETTERS("has letters or signs that are no part of a number"),
        TOO_SHORT("is too short"),
        TOO_LONG("is too long"),
        NOT_POSSIBLE("is no possible number");

        private final String words;

        Problem(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param region in which a number without a plus is read */
    public static PhoneReading of(String text, String region) {
        String written = text == null ? "" : text.strip();
        if (written.isEmpty()) {
            return failed(Problem.EMPTY);
        }
        if (!isWritten(written)) {
            return failed(Problem.LETTERS);
        }
        if (written.length() > MOST_WRITTEN) {
            return failed(Problem.TOO_LONG);
        }
        try {
            PhoneNumber number = NUMBERS.parse(written, region);
            ValidationResult result = NUMBERS.isPossibleNumberWithReason(number);
            return result == ValidationResult.IS_POSSIBLE ? read(number) : failed(problem(result));
        } catch (NumberParseException e) {
            return failed(problem(e));
        }
    }

    /** The digits of a whole number that is written with its plus; empty if it is none. */
    public static Optional<String> digitsOf(String text) {
        return Optional.of(of(text, "ZZ")).filter(PhoneReading::isPossible).map(PhoneReading::digits);
    }

    /** Stored digits as people read them, with plus and grouped: {@code +1 727-555-1212}. */
    public static String shown(String digits) {
        PhoneReading reading = of("+" + digits, "ZZ");
        return reading.isPossible() ? NUMBERS.format(reading.number(), PhoneNumberFormat.INTERNATIONAL) : "+" + digits;
    }

    /** The region whose numbers begin with this country calling code; of several the main one. */
    public static Optional<String> region(String dialCode) {
        String digits = dialCode == null ? "" : dialCode.replaceFirst("^(\\+|00)", "");
        if (!digits.matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        return Optional.of(NUMBERS.getRegionCodeForCountryCode(Integer.parseInt(digits)))
                .filter(region -> region.length() == 2 && !region.equals("ZZ"));
    }

    public boolean isPossible() {
        return problem == null;
    }

    /** The country calling code. */
    public String dialCode() {
        return Integer.toString(number.getCountryCode());
    }

    private static PhoneReading read(PhoneNumber number) {
        String national = NUMBERS.getNationalSignificantNumber(number);
        return new PhoneReading(number.getCountryCode() + national, null, number);
    }

    private static PhoneReading failed(Problem problem) {
        return new PhoneReading(null, problem, null);
    }

    private static boolean isWritten(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plus = c == '+' && i == 0;
            if (!plus && (c < '0' || c > '9') && PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Problem problem(ValidationResult result) {
        return switch (result) {
            case TOO_SHORT -> Problem.TOO_SHORT;
            case TOO_LONG -> Problem.TOO_LONG;
            default -> Problem.NOT_POSSIBLE;
        };
    }

    private static Problem problem(NumberParseException e) {
        return switch (e.getErrorType()) {
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD, NOT_A_NUMBER -> Problem.TOO_SHORT;
            case TOO_LONG -> Problem.TOO_LONG;
            default -> Problem.NOT_POSSIBLE;
        };
    }
}
