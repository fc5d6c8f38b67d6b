package org.switchroom.web.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.switchroom.user.entity.TokenOwner;

/** The owner of the token of a request. */
record ApiCaller(TokenOwner owner) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return owner::userName;
    }

    @Override
    public boolean isUserInRole(String role) {
        return owner.roles().contains(role);
    }

    /** Whether it came over TLS is not known here: a proxy may stand in front. */
    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
