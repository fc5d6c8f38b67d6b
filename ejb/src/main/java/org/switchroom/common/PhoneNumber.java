package org.switchroom.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of the world, held as E.164 ({@code +15551230}). Judged by its length only ("possible"), not by whether it was given
 * to anybody: tests and new ranges must work too.
 */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()./-]{2,30}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /** @throws IllegalArgumentException if the text is not E.164 */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException(Quoted.text(e164) + " is not a number in E.164");
        }
    }

    /**
     * Reads a number as people write it: ASCII digits, blanks, brackets, dots, slashes and hyphens.
     *
     * @param region two letters of ISO 3166 in which a number without + is read, for example {@code DE}
     */
    public static Optional<PhoneNumber> parse(String text, String region) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var number = NUMBERS.parse(text, region);
            return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return e164;
    }
}
