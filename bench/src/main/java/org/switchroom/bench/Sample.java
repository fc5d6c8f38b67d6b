package org.switchroom.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Numbers of one kind, sorted; at least one. */
public final class Sample {
    private final double[] sorted;

    public Sample(double... values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    public static Sample of(Collection<? extends Number> values) {
        return new Sample(values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    public int size() {
        return sorted.length;
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that at least this part (0..1) of all values do not exceed. */
    public double quantile(double ratio) {
        return sorted[Math.max(0, (int) Math.ceil(ratio * sorted.length) - 1)];
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    /** {@code median (min-max)}, each by this format. */
    public String spread(String format) {
        return String.format(Locale.ROOT, format + " (" + format + "-" + format + ")", median(), min(), max());
    }
}
