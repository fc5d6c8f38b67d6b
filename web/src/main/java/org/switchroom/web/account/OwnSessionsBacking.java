package org.switchroom.web.account;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.switchroom.common.SituationException;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.user.entity.UserSession;
import org.switchroom.web.support.BrowserName;
import org.switchroom.web.support.PageSession;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Where somebody is signed in, and signing out elsewhere. */
@Named("ownSessions")
@ViewScoped
public class OwnSessionsBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private transient Words words;

    /** Kept between requests: a button means the row that was seen. */
    private transient List<UserSession> list;

    public List<UserSession> getList() {
        if (list == null) {
            list = sessions.list(Optional.of(viewer.name()), Long.MAX_VALUE, MOST);
        }
        return list;
    }

    /** Whether it is the one that asks. */
    public boolean isThis(UserSession session) {
        return session.getId() == present();
    }

    public String browser(UserSession session) {
        return BrowserName.of(session.getAgent());
    }

    public void end(long id) {
        try {
            sessions.end(id, viewer.name(), Optional.of(viewer.name()));
            words.say(FacesMessage.SEVERITY_INFO, "session.ended");
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        list = null;
    }

    public void endOthers() {
        int ended = sessions.endOthers(viewer.name(), present(), viewer.name());
        words.say(FacesMessage.SEVERITY_INFO, "session.endedOthers", ended);
        list = null;
    }

    private long present() {
        return PageSession.id(request.getSession(false)).orElse(-1L);
    }
}
