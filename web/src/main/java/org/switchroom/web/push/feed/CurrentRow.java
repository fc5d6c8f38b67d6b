package org.switchroom.web.push.feed;

/**
 * What a changed thing is now.
 *
 * @param serverName the server it belongs to
 * @param submittedBy the account that is answerable for an action; empty for a channel
 */
record CurrentRow(String serverName, String submittedBy, String json) {}
