package org.switchroom.ami.fake;

/**
 * What the called party does.
 *
 * @param rings whether the phone rings first
 * @param answersAfterMillis when it answers; negative for never
 * @param hangsUpAfterMillis how long after the answer it hangs up; negative for never
 * @param refusal why it does not even ring; null if it does not refuse
 */
record FakeOutcome(boolean rings, long answersAfterMillis, long hangsUpAfterMillis, Refusal refusal) {

    /** A refusal by SIP, and what Asterisk makes of it. */
    enum Refusal {
        BUSY(17, "User busy", 486, "BUSY"),
        CONGESTION(34, "Circuit/channel congestion", 503, "CONGESTION"),
        UNALLOCATED(1, "Unallocated (unassigned) number", 404, "NOANSWER");

        final int cause;
        final String text;
        final int techCause;
        final String dialStatus;

        Refusal(int cause, String text, int techCause, String dialStatus) {
            this.cause = cause;
            this.text = text;
            this.techCause = techCause;
            this.dialStatus = dialStatus;
        }
    }

    static final FakeOutcome ANSWERS = new FakeOutcome(false, 0, -1, null);

    /** The carrier's rule: a number that begins with 9990 answers and stays up; else the last digit decides. */
    static FakeOutcome ofNumber(String number) {
        if (number.startsWith("9990") || number.isEmpty()) {
            return ANSWERS;
        }
        return switch (number.charAt(number.length() - 1)) {
            case '1' -> new FakeOutcome(true, 2_000, 10_000, null);
            case '2' -> new FakeOutcome(true, 5_000, -1, null);
            case '3' -> new FakeOutcome(true, 1_000, -1, null);
            case '4' -> new FakeOutcome(true, -1, -1, null);
            case '5' -> new FakeOutcome(false, -1, -1, Refusal.BUSY);
            case '6' -> new FakeOutcome(false, -1, -1, Refusal.CONGESTION);
            case '7' -> new FakeOutcome(false, -1, -1, Refusal.UNALLOCATED);
            case '8' -> new FakeOutcome(false, 0, 1_000, null);
            case '9' -> new FakeOutcome(true, 20_000, -1, null);
            default -> ANSWERS;
        };
    }
}
