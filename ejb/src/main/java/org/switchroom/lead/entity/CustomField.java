package org.switchroom.lead.entity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.switchroom.common.Quoted;

/**
 * A field that one list has beside those that every lead has.
 *
 * @param name in REST, files and scripts: {@code [a-z][a-z0-9_]{0,39}}, and no field that every lead has
 * @param label what people read
 * @param choices the values that are allowed; of {@link Kind#CHOICE} alone
 */
public record CustomField(String name, String label, Kind kind, List<String> choices) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_VALUE = 1000;

    /** What its values look like. */
    public enum Kind {
        TEXT,
        /** A decimal number with a dot. */
        NUMBER,
        /** Year, month, day: 2026-12-31. */
        DATE,
        CHOICE
    }

    public CustomField {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    void requireValid() {
        if (name == null || !NAME.matcher(name).matches() || LeadField.of(name).isPresent()) {
            throw new InvalidLeadException(
                    "fields",
                    Quoted.text(name == null ? "" : name)
                            + " is not 1 to 40 small letters, digits and underscores, or every lead has it");
        }
        if (label == null || label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new InvalidLeadException("fields", name + " needs a label of 1 to 80 characters");
        }
        if ((kind == Kind.CHOICE) == choices.isEmpty()) {
            throw new InvalidLeadException("fields", name + " needs choices exactly if it is a choice");
        }
    }

    /**
     * The value as it is stored.
     *
     * @throws InvalidLeadException if it is no value of this field
     */
    public String checked(String value) {
        InvalidLeadException.refuseUnstorable(name, value);
        if (value.length() > LONGEST_VALUE) {
            throw new InvalidLeadException(name, "has more than %d characters".formatted(LONGEST_VALUE));
        }
        boolean good = switch (kind) {
            case TEXT -> true;
            case NUMBER -> isNumber(value);
            case DATE -> isDate(value);
            case CHOICE -> choices.contains(value);
        };
        if (!good) {
            throw new InvalidLeadException(name, Quoted.text(value) + " is no " + words());
        }
        return value;
    }

    private String words() {
        return switch (kind) {
            case TEXT -> "text";
            case NUMBER -> "number like 12.50";
            case DATE -> "date like 2026-12-31";
            case CHOICE -> "choice of " + String.join(", ", choices);
        };
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= 40 && new BigDecimal(value).scale() > -40;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
