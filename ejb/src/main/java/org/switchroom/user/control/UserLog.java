package org.switchroom.user.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the user feature logs; ids SWR0500 to SWR0599. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface UserLog extends BasicLogger {
    UserLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), UserLog.class, "org.switchroom.user");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 500, value = "There was no account yet: sign in as '%s' with password '%s'. It is printed this once")
    void firstAdmin(String name, String password);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 501, value = "Account %s is locked after too many wrong passwords")
    void locked(String name);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 502, value = "Nobody signs in from %s for a while after too many wrong tries")
    void addressLocked(String address);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 503, value = "What is kept of people for a limited time was not looked through")
    void retentionFailed(@Cause Throwable cause);
}
