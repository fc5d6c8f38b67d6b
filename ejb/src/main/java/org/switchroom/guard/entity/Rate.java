package org.switchroom.guard.entity;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.switchroom.common.Quoted;
import org.switchroom.user.entity.Violation;

/** What a minute costs to numbers that begin like this; the longest beginning counts. */
public record Rate(String prefix, BigDecimal perMinute) implements Serializable {
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,14}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,4})?");
    private static final BigDecimal MOST = new BigDecimal("99999");

    /** The rate that a line says: {@code +4989 0.02}. */
    public static Optional<Rate> of(String line) {
        String[] parts = line.strip().split("[ \\t]+");
        return parts.length == 2 && AMOUNT.matcher(parts[1]).matches()
                ? Optional.of(new Rate(parts[0], new BigDecimal(parts[1])))
                : Optional.empty();
    }

    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (!PREFIX.matcher(prefix).matches()) {
            found.add(new Violation("rates", Quoted.text(prefix) + " is no beginning of a number like +4989"));
        }
        if (!isRate(perMinute)) {
            found.add(new Violation("rates", "a minute costs 0 to 99999, with at most 4 decimals"));
        }
        return found;
    }

    static boolean isRate(BigDecimal amount) {
        return Money.isAmount(amount) && amount.compareTo(MOST) <= 0;
    }

    public String text() {
        return prefix + " " + perMinute.stripTrailingZeros().toPlainString();
    }
}
