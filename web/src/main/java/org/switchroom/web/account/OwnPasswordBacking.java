package org.switchroom.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.web.support.PageSession;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Another password for oneself; whoever is signed in with the old one elsewhere is signed out. */
@Named("ownPassword")
@RequestScoped
public class OwnPasswordBacking {
    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private String present;
    private String password;

    public void change() {
        try {
            accounts.changePassword(viewer.name(), present, password);
            sessions.endOthers(
                    viewer.name(), PageSession.id(request.getSession(false)).orElse(-1L), viewer.name());
            words.say(FacesMessage.SEVERITY_INFO, "password.changed");
        } catch (SettingsRefusedException e) {
            e.violations()
                    .forEach(
                            each -> words.sayAt("change:" + each.field(), FacesMessage.SEVERITY_ERROR, each.message()));
        }
    }

    public String getPresent() {
        return "";
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
