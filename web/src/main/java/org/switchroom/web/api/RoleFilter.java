package org.switchroom.web.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a caller may: the method's {@link RolesAllowed}, within what the token is for. A method that names no role is for nobody.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class RoleFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Inject
    private CallerScope scope;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (!MethodRoles.isOpen(method)) {
            refusal(request, method).ifPresent(problem -> request.abortWith(ProblemMapper.answer(problem)));
        }
    }

    private Optional<Problem> refusal(ContainerRequestContext request, Method method) {
        if (!mayCall(request, method)) {
            return Optional.of(Problem.of(
                    403,
                    "role-missing",
                    "This needs one of the roles " + String.join(", ", MethodRoles.of(method)) + "."));
        }
        return ApiArea.refusal(scope.scope(), method, request.getMethod());
    }

    private static boolean mayCall(ContainerRequestContext request, Method method) {
        return Arrays.stream(MethodRoles.of(method))
                .anyMatch(role -> request.getSecurityContext().isUserInRole(role));
    }
}
