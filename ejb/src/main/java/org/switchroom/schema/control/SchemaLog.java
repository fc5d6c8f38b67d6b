package org.switchroom.schema.control;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the schema feature logs; ids SWR0100 to SWR0199. */
@MessageLogger(projectCode = "SWR", length = 4)
public interface SchemaLog extends BasicLogger {
    SchemaLog LOG =
            Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), SchemaLog.class, "org.switchroom.schema");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 100, value = "Database schema is at version %s, %d scripts were run now")
    void migrated(String version, int count);
}
