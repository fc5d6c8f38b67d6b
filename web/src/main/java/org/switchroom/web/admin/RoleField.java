package org.switchroom.web.admin;

import java.io.Serializable;
import org.switchroom.user.entity.Role;

/** One role on the edit page, given or not. */
public class RoleField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Role role;
    private boolean given;

    RoleField(Role role) {
        this.role = role;
    }

    public Role getRole() {
        return role;
    }

    public boolean isGiven() {
        return given;
    }

    public void setGiven(boolean given) {
        this.given = given;
    }
}
