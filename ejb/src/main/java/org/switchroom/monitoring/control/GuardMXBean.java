package org.switchroom.monitoring.control;

import java.util.Map;

/** {@code org.switchroom:type=Guard}: calls to numbers outside, as the guard of this node counts them. All is 0 while it is not enforced. */
public interface GuardMXBean {

    boolean isEnforced();

    /** Calls whose end is not known yet. */
    int getConcurrentCalls();

    /** Calls of the last 24 hours. */
    long getCallsToday();

    /** Spent in the last 24 hours, in the currency of the guard's settings, with what is reserved for calls that go on. */
    double getSpendToday();

    /** Refused rows since the start by what the rule was: DESTINATION, COSTLY, UNREADABLE, CAP. */
    Map<String, Long> getRefused();

    /** Countries that were called for the first time within 24 hours and that nobody has looked at. */
    int getNewCountryCount();

    /** Whether a limit held a call up within the last hour. */
    boolean isCapReached();
}
