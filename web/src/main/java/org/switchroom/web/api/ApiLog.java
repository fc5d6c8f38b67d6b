package org.switchroom.web.api;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the API logs; ids SWR0650 to SWR0689. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface ApiLog extends BasicLogger {
    ApiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ApiLog.class, "org.switchroom.web.api");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 650, value = "A request failed, error id %s")
    void unforeseen(String errorId, @Cause Throwable cause);
}
