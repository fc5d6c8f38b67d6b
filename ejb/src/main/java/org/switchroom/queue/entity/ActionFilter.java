package org.switchroom.queue.entity;

import java.util.Optional;

/** Which actions to list; each empty part lets all through. */
public record ActionFilter(Optional<ActionStatus> status, Optional<String> serverName, Optional<String> action) {
    public static final ActionFilter ALL = new ActionFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public ActionFilter withStatus(ActionStatus wanted) {
        return new ActionFilter(Optional.ofNullable(wanted), serverName, action);
    }

    public ActionFilter withServer(String wanted) {
        return new ActionFilter(status, Optional.ofNullable(wanted).filter(s -> !s.isBlank()), action);
    }

    public ActionFilter withAction(String wanted) {
        return new ActionFilter(status, serverName, Optional.ofNullable(wanted).filter(s -> !s.isBlank()));
    }
}
