package org.switchroom.web.push.feed;

/**
 * What changed.
 *
 * @param serverName server of a channel; empty for an action
 * @param id id of an action, uniqueid of a channel
 */
public record ChangeKey(ChangeKind kind, String serverName, String id) {

    public static ChangeKey action(long id) {
        return new ChangeKey(ChangeKind.ACTION, "", Long.toString(id));
    }

    public static ChangeKey channel(String serverName, String uniqueid) {
        return new ChangeKey(ChangeKind.CHANNEL, serverName, uniqueid);
    }
}
