package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Sentences of the bundle with their blanks filled, and messages made of them. */
@Named
@RequestScoped
public class Words {
    @Inject
    private Look look;

    public String of(String key, Object... values) {
        String pattern = ResourceBundle.getBundle("org.switchroom.web.messages", look.getLocale())
                .getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, look.getLocale()).format(values);
    }

    /** Adds a message that belongs to no field. */
    public void say(FacesMessage.Severity severity, String key, Object... values) {
        sayAt(null, severity, of(key, values));
    }

    /** Adds a message beside the field of this client id. */
    public void sayAt(String clientId, FacesMessage.Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(clientId, new FacesMessage(severity, sentence, ""));
    }
}
