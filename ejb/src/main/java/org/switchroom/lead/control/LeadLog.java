package org.switchroom.lead.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the lead feature logs; ids SWR0700 to SWR0799. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface LeadLog extends BasicLogger {
    LeadLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LeadLog.class, "org.switchroom.lead");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 700, value = "Nobody could look which callbacks are due, the next tick tries again")
    void callbacksNotKept(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 701, value = "Load %d of %s: %s")
    void load(long id, String fileName, String what);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 702, value = "Load %d broke off; it says so on its page")
    void loadBroke(long id, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 703, value = "Nobody could look which loads wait, the next tick tries again")
    void loadsNotLookedAt(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 704, value = "The file of load %d could not be removed")
    void fileNotRemoved(long id, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 705, value = "Files of loads that nobody needs were not all removed, the next hour tries again")
    void filesNotCleaned(@Cause Throwable cause);
}
