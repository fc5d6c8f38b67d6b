package org.switchroom.web.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What a caller may: the method's {@link RolesAllowed}. A method that names no role is for nobody. */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class RoleFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (!MethodRoles.isOpen(method) && !mayCall(request, method)) {
            request.abortWith(ProblemMapper.answer(Problem.of(
                    403,
                    "role-missing",
                    "This needs one of the roles " + String.join(", ", MethodRoles.of(method)) + ".")));
        }
    }

    private static boolean mayCall(ContainerRequestContext request, Method method) {
        return Arrays.stream(MethodRoles.of(method))
                .anyMatch(role -> request.getSecurityContext().isUserInRole(role));
    }
}
