package org.switchroom.server.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the server feature logs; ids SWR0200 to SWR0299. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface ServerLog extends BasicLogger {
    ServerLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ServerLog.class, "org.switchroom.server");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 200, value = "Server %s joins: %s:%d as %s")
    void joins(String name, String host, int port, String user);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 201, value = "Server %s leaves")
    void leaves(String name);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 202, value = "Server %s can not join: %s")
    void canNotJoin(String name, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 203, value = "The version of server %s is not known: %s")
    void versionUnknown(String name, String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 204, value = "This node owns server %s from now on, epoch %d (%s)")
    void leaseTaken(String name, long epoch, LeaseReason reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 205, value = "This node does not own server %s any more")
    void leaseLost(String name);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 206, value = "The leases of servers can not be renewed: %s")
    void leasesNotRenewed(String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 207, value = "A renewal of leases failed; the next one is in half a second")
    void leaseTickFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 208, value = "%d signals of server %s were left out: this node does not own it")
    void signalsOfOthers(int count, String name);
}
