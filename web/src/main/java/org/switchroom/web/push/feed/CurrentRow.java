package org.switchroom.web.push.feed;

/** What a changed thing is now: the server it belongs to, and its JSON. */
record CurrentRow(String serverName, String json) {}
