package org.switchroom.queue.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the queue logs; ids SWR0300 to SWR0399. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface QueueLog extends BasicLogger {
    QueueLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), QueueLog.class, "org.switchroom.queue");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 300, value = "%d outcomes wait for the database: %s")
    void outcomesWait(int count, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 301, value = "A tick of the queue failed, the next one tries again")
    void tickFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 302, value = "Action %d could not be sent, its outcome is unknown")
    void sendFailed(long id, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 303,
            value =
                    "%d actions were in flight when their server's owner changed; they go again or are UNKNOWN until evidence is found")
    void recovered(int count);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 304, value = "Action %d could not be checked and fails")
    void checkFailed(long id, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 305, value = "The outcome of action %d can't be stored and is given up")
    void outcomeNotStored(long id, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 306, value = "Rows wait for the database: %s")
    void senderWaits(String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 307, value = "The database is there again, rows go out")
    void senderGoesOn();
}
