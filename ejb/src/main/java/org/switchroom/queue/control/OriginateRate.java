package org.switchroom.queue.control;

/**
 * How many Originates a server may get now: tokens come at a steady rate, a fifth of a second's worth may be saved up. One thread
 * at a time.
 */
final class OriginateRate {
    private static final double SAVED_SECONDS = 0.2;

    private double tokens = 1;
    private long lastNanos;

    OriginateRate(long nowNanos) {
        lastNanos = nowNanos;
    }

    /**
     * Lets tokens come up to now.
     *
     * @param perSecond allowed Originates a second, 1 or more
     * @return whole tokens there are now
     */
    int refill(long nowNanos, int perSecond) {
        double most = Math.max(1, perSecond * SAVED_SECONDS);
        tokens = Math.min(most, tokens + (nowNanos - lastNanos) / 1e9 * perSecond);
        lastNanos = nowNanos;
        return (int) tokens;
    }

    void use(int count) {
        tokens -= count;
    }
}
