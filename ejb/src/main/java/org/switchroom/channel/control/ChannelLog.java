package org.switchroom.channel.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the channel feature logs; ids SWR0400 to SWR0499. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface ChannelLog extends BasicLogger {
    ChannelLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ChannelLog.class, "org.switchroom.channel");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 400, value = "The mirror of %s had drifted by %d channels and was repaired")
    void drift(String serverName, int count);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 402, value = "%2$d rows of live_channel were not what is known of %1$s and are written anew")
    void tableDiffers(String serverName, int count);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 401, value = "Polling the channels of %s failed")
    void pollFailed(String serverName, @Cause Throwable cause);
}
