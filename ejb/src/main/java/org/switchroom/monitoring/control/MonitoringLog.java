package org.switchroom.monitoring.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the monitoring feature logs; ids SWR0900 to SWR0949. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface MonitoringLog extends BasicLogger {
    MonitoringLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), MonitoringLog.class, "org.switchroom.monitoring");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 900, value = "The figures were not refreshed")
    void notRefreshed(@Cause Throwable cause);
}
