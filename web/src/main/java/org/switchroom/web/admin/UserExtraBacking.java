package org.switchroom.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.boundary.PersonalRecord;
import org.switchroom.user.boundary.SecondFactors;
import org.switchroom.user.control.LastAdministratorException;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.web.support.Words;

/** What an administrator does with somebody's account besides its settings. */
@Named("userExtra")
@ViewScoped
public class UserExtraBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient SecondFactors factors;

    @Inject
    private transient PersonalRecord person;

    @Inject
    private transient UserEditBacking edit;

    @Inject
    private transient Words words;

    public boolean isSecondFactor() {
        return !edit.isAdded()
                && accounts.find(edit.getName())
                        .flatMap(UserAccount::secondFactor)
                        .isPresent();
    }

    /** For somebody who lost it. */
    public void removeFactor() {
        factors.reset(edit.getName());
        words.say(FacesMessage.SEVERITY_INFO, "user.factorRemoved", edit.getName());
    }

    /** Nothing of the person is kept afterwards but the name. */
    public String erase() {
        try {
            person.erase(edit.getName());
        } catch (LastAdministratorException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "user.lastAdministrator");
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "user.erased", edit.getName());
        return "/admin/user/list?faces-redirect=true";
    }
}
