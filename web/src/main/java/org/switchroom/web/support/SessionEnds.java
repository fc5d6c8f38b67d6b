package org.switchroom.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.web.api.ApiLog;

/** Where the container lets a session go that nobody used any more, says so in the list of sessions. */
@WebListener
public class SessionEnds implements HttpSessionListener {
    @Inject
    private LiveSessions live;

    @Inject
    private Sessions sessions;

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        PageSession.id(event.getSession()).filter(live::gone).ifPresent(this::expired);
    }

    private void expired(long id) {
        try {
            sessions.expired(id);
        } catch (RuntimeException e) {
            ApiLog.LOG.debug("the end of a session is not noted", e); // it counts as over after a while anyway
        }
    }
}
