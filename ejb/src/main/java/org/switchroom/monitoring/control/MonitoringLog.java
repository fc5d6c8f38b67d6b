package org.switchroom.monitoring.control;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.switchroom.monitoring.entity.Invariant;

/** What the monitoring feature logs; ids SWR0900 to SWR0949. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface MonitoringLog extends BasicLogger {
    MonitoringLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), MonitoringLog.class, "org.switchroom.monitoring");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 900, value = "The figures were not refreshed")
    void notRefreshed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 901, value = "Self-audit: %s is broken: %s")
    void broken(Invariant invariant, List<String> offenders);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 902, value = "Self-audit: %s could not be looked at")
    void notAudited(Invariant invariant, @Cause Throwable cause);
}
