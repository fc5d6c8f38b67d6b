package org.switchroom.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.Actor;
import org.switchroom.user.boundary.ApiTokens;

/**
 * Who calls: the owner of the bearer token. A session's cookie counts for nothing here, so no other site can make a browser call. Runs
 * before the path is looked at, so that a stranger learns nothing of it.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class BearerFilter implements ContainerRequestFilter {
    @Inject
    private ApiTokens tokens;

    @Inject
    private CurrentActor actor;

    @Inject
    private CallerScope scope;

    @Inject
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        if (OpenApiResource.PATH.equals(request.getUriInfo().getPath())) {
            return;
        }
        List<String> given = Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .orElse(List.of());
        Optional<ApiCaller> caller =
                BearerToken.in(given).flatMap(tokens::owner).map(ApiCaller::new);
        caller.ifPresentOrElse(known -> admit(known, request), () -> request.abortWith(refusal(!given.isEmpty())));
    }

    private void admit(ApiCaller caller, ContainerRequestContext request) {
        request.setSecurityContext(caller);
        scope.become(caller.owner().scope());
        Optional<String> address = Optional.ofNullable(servletRequest.getRemoteAddr());
        actor.become(new Actor(caller.owner().userName(), Actor.Way.API, address));
    }

    private static Response refusal(boolean tokenGiven) {
        Problem problem = Problem.of(
                401,
                tokenGiven ? "token-not-valid" : "token-missing",
                tokenGiven
                        ? "The token is unknown, expired or withdrawn."
                        : "Send the header Authorization: Bearer and a token.");
        return Response.status(401)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"switchroom\"" + (tokenGiven ? ", error=\"invalid_token\"" : ""))
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json())
                .build();
    }
}
