package org.switchroom.web.push.feed;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the feed logs; ids SWR0690 to SWR0699. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface FeedLog extends BasicLogger {
    FeedLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), FeedLog.class, "org.switchroom.web.push.feed");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 690, value = "The reader of a stream of changes is %d changes behind: it is told to read anew")
    void slowReader(long behindCount);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 691, value = "A stream of changes was closed: its reader took nothing for %d seconds")
    void stuckReader(long seconds);
}
