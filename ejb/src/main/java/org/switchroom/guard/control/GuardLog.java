package org.switchroom.guard.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the guard logs; ids SWR0950 to SWR0999. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface GuardLog extends BasicLogger {
    GuardLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), GuardLog.class, "org.switchroom.guard");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 950, value = "The guard is %s; %d calls of the last 24 hours were counted")
    void counted(String state, long calls);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 951, value = "A country is called for the first time: %s, by %s")
    void newCountry(String country, String by);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 952, value = "The guard refused %d rows of %s, the latest: %s")
    void refused(long count, String person, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 953, value = "The guard could not be kept up to date")
    void notKept(@Cause Throwable cause);
}
