package org.switchroom.common;

/** Somebody changed it since it was read, so a change that rests on what was read is refused. */
public class StaleVersionException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final long present;

    /**
     * @param what the thing in words, for example {@code campaign SALES}
     * @param present its version now
     */
    public StaleVersionException(String what, long present) {
        super("stale-version", "Somebody changed %s meanwhile; it has version %d now.".formatted(what, present));
        this.present = present;
    }

    /** @throws StaleVersionException if another version was seen than there is */
    public static void refuse(String what, long seen, long present) {
        if (seen != present) {
            throw new StaleVersionException(what, present);
        }
    }

    public long present() {
        return present;
    }
}
