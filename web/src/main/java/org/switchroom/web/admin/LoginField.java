package org.switchroom.web.admin;

import java.io.Serializable;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerSettings;

/** One AMI login on the edit page. The secret is taken and never given back. */
public class LoginField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LoginPurpose purpose;
    private final boolean stored;
    private String user;
    private String secret;

    LoginField(LoginPurpose purpose, ServerSettings.Login present) {
        this.purpose = purpose;
        this.stored = present != null;
        this.user = present == null ? null : present.user();
    }

    boolean isFilled() {
        return user != null && !user.isBlank();
    }

    ServerSettings.Login toLogin() {
        return new ServerSettings.Login(user.strip(), secret);
    }

    public LoginPurpose getPurpose() {
        return purpose;
    }

    /** Whether there is a secret already, which an empty field keeps. */
    public boolean isStored() {
        return stored;
    }

    public boolean isMandatory() {
        return purpose != LoginPurpose.COMMAND_B;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getSecret() {
        return "";
    }

    /** An empty field between two requests is no new secret. */
    public void setSecret(String secret) {
        if (secret != null && !secret.isEmpty()) {
            this.secret = secret;
        }
    }
}
