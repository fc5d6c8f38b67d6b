package org.switchroom.common.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the shared tools log; ids SWR0050 to SWR0099. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface CommonLog extends BasicLogger {
    CommonLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), CommonLog.class, "org.switchroom.common");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 50, value = "The work of a timer broke off, the next tick tries again")
    void tickBroke(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 51,
            value = "The timer of the %s was begun again, because the wall clock jumped or its ticks did not come")
    void timerBegunAgain(String timer);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 52, value = "Nobody could look whether the timer of the %s ticks, the next look tries again")
    void timerNotLookedAt(String timer, @Cause Throwable cause);
}
