package org.switchroom.channel.control;

import java.util.Map;

/** Changes of a server's mirror that a transaction has written; they count as written after its success. */
record MirrorWritten(String serverName, Map<String, Long> versions) {}
