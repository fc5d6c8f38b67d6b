package org.switchroom.user.entity;

import java.util.Optional;

/**
 * From where and with what somebody signed in.
 *
 * @param sessionHash hash of the id in the cookie
 * @param node that holds the session
 * @param agent what the browser calls itself
 */
public record SessionOrigin(String sessionHash, String node, Optional<String> address, Optional<String> agent) {
    private static final int LONGEST_AGENT = 255;

    public SessionOrigin {
        agent = agent.map(text -> text.replaceAll("\\p{Cntrl}", " "))
                .map(text -> text.length() > LONGEST_AGENT ? text.substring(0, LONGEST_AGENT) : text);
    }

    /** The name of this server among those of one database. */
    public static String thisNode() {
        return System.getProperty("jboss.node.name", "node");
    }
}
