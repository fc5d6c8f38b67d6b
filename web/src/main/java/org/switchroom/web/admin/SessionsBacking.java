package org.switchroom.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.switchroom.common.SituationException;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.user.entity.UserSession;
import org.switchroom.web.support.BrowserName;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Everybody who is signed in. */
@Named("sessions")
@ViewScoped
public class SessionsBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 2000;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    /** Kept between requests: a button means the row that was seen. */
    private transient List<UserSession> list;

    public List<UserSession> getList() {
        if (list == null) {
            list = sessions.list(Optional.empty(), Long.MAX_VALUE, MOST);
        }
        return list;
    }

    public String browser(UserSession session) {
        return BrowserName.of(session.getAgent());
    }

    public void end(UserSession session) {
        try {
            sessions.end(session.getId(), viewer.name(), Optional.empty());
            words.say(
                    FacesMessage.SEVERITY_INFO,
                    "session.endedOf",
                    session.getAccount().getName());
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        list = null;
    }
}
