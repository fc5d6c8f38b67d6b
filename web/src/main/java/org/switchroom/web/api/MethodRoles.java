package org.switchroom.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;

/** The roles that a resource method declares itself; a class declares none for its methods, so that each is seen where it stands. */
final class MethodRoles {
    static final String API = "api";
    static final String ADMIN = "admin";
    static final String SUPERVISOR = "supervisor";

    private MethodRoles() {}

    static boolean isOpen(Method method) {
        return method.isAnnotationPresent(PermitAll.class);
    }

    /** Empty if nobody may. */
    static String[] of(Method method) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        return roles == null ? new String[0] : roles.value();
    }
}
