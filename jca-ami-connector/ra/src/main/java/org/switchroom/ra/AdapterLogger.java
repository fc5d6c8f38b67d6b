package org.switchroom.ra;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.switchroom.ami.AmiProblem;

/** What the adapter tells the administrator. The ids are stable; secrets are never a parameter. */
@MessageLogger(projectCode = "SWRRA", length = 4)
public interface AdapterLogger extends BasicLogger {

    AdapterLogger LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), AdapterLogger.class, AdapterLogger.class.getPackageName());

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1, value = "AMI resource adapter started")
    void started();

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2, value = "AMI resource adapter stopped")
    void stopped();

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3, value = "%s: event stream is open, AMI %s")
    void streamOpened(String server, String amiVersion);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4, value = "%s: event stream is lost: %s")
    void streamLost(String server, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 5, value = "%s: event stream can't be opened (%s): %s; tried again until it works")
    void streamRefused(String server, AmiProblem problem, String detail);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 6,
            value =
                    "%s: %d events were dropped because memory and disk set aside for them are full; the listener is told to resynchronise")
    void eventsDropped(String server, long count);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 7, value = "%s: delivery of %d signals from number %d failed %d times; it is tried again")
    void deliveryFailed(String server, int signals, long sequence, long failures, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 8, value = "Thread %s ended by an error of the adapter itself")
    void threadDied(String thread, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 9, value = "The MBean %s can't be registered; its figures are only in the admin page")
    void mbeanNotRegistered(String objectName, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 10, value = "%s: joined, %s")
    void joined(String server, String address);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 11, value = "%s: left")
    void left(String server);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 12, value = "%s: command connection is lost: %s")
    void commandConnectionLost(String server, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 13, value = "Thread %s did not end within %d ms")
    void threadStillRuns(String thread, long waitedMillis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 14, value = "%s: the last %d signals could not be delivered before the adapter stopped")
    void signalsNotDelivered(String server, long signals);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 15, value = "%s: signals can't be kept on disk; what does not fit into memory is dropped and counted")
    void spillFailed(String where, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 16, value = "%s: silent for %d ms although it was asked; nothing new is sent to it")
    void streamSilent(String server, long silentMillis);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 17, value = "%s: speaks again after %d ms")
    void streamSpoke(String server, long silentMillis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 18, value = "%s: a second login worked while the first one was silent; the first is given up")
    void streamReplaced(String server);
}
