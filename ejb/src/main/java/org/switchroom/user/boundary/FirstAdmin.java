package org.switchroom.user.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.switchroom.user.control.Passwords;
import org.switchroom.user.control.UserLog;
import org.switchroom.user.entity.Role;

/** Where there is no account at all, makes one for the administrator and prints its password once. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class FirstAdmin {
    private static final String NAME = "admin";

    @Inject
    private Accounts accounts;

    @PostConstruct
    void create() {
        if (accounts.areNone()) {
            String password = Passwords.random();
            accounts.addFirst(NAME, "Administrator", password, Role.ADMIN);
            UserLog.LOG.firstAdmin(NAME, password);
        }
    }
}
