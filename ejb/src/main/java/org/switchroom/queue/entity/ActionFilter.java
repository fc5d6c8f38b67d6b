package org.switchroom.queue.entity;

import java.util.Optional;

/**
 * Which actions to list; each empty part lets all through.
 *
 * @param text part of the headers, the channel or the account that submitted it; digits alone also find an id
 * @param upToId no newer action than this, so that a list can hold still
 */
public record ActionFilter(
        Optional<ActionStatus> status,
        Optional<String> serverName,
        Optional<String> action,
        Optional<String> text,
        Optional<Long> upToId) {
    public static final ActionFilter ALL = new ActionFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** By columns only. */
    public ActionFilter(Optional<ActionStatus> status, Optional<String> serverName, Optional<String> action) {
        this(status, serverName, action, Optional.empty(), Optional.empty());
    }

    public ActionFilter withStatus(ActionStatus wanted) {
        return new ActionFilter(Optional.ofNullable(wanted), serverName, action, text, upToId);
    }

    public ActionFilter withServer(String wanted) {
        return new ActionFilter(status, filled(wanted), action, text, upToId);
    }

    public ActionFilter withAction(String wanted) {
        return new ActionFilter(status, serverName, filled(wanted), text, upToId);
    }

    public ActionFilter withText(String wanted) {
        return new ActionFilter(status, serverName, action, filled(wanted).map(String::strip), upToId);
    }

    public ActionFilter withUpToId(Long wanted) {
        return new ActionFilter(status, serverName, action, text, Optional.ofNullable(wanted));
    }

    private static Optional<String> filled(String wanted) {
        return Optional.ofNullable(wanted).filter(s -> !s.isBlank());
    }
}
