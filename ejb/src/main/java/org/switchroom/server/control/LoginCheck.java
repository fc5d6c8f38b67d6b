package org.switchroom.server.control;

import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.LoginPurpose;

/** Tries one login. */
public interface LoginCheck {

    /**
     * Logs in, looks which classes the login has, and logs out.
     *
     * @throws org.switchroom.ami.AmiConnectException if it can't log in, with the cause by name
     */
    ConnectionTest.LoginResult check(LoginPurpose purpose, AmiServer address);
}
