package org.switchroom.guard.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of the plan's currency, counted in ten-thousandths so that sums are exact. */
public final class Money {
    private static final int DECIMALS = 4;
    private static final BigDecimal MOST = new BigDecimal("99999999");

    private Money() {}

    /** Whether this can be stored. */
    public static boolean isAmount(BigDecimal amount) {
        return amount.signum() >= 0
                && amount.compareTo(MOST) <= 0
                && amount.stripTrailingZeros().scale() <= DECIMALS;
    }

    public static long units(BigDecimal amount) {
        return amount.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    public static BigDecimal amount(long units) {
        return BigDecimal.valueOf(units, DECIMALS);
    }
}
