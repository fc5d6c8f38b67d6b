package org.switchroom.server.control;

import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.LoginPurpose;

/** Tries one login. */
public interface LoginCheck {

    /** Logs in, looks which classes the login has, and logs out; what goes wrong is in the result, by name. */
    ConnectionTest.LoginResult check(LoginPurpose purpose, AmiServer address);
}
