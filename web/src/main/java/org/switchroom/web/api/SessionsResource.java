package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.web.api.json.UserJson;

/** Who is signed in at the pages. */
@Path("/v1/sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    private static final Set<String> PARAMETERS = Set.of("user", "limit", "after");

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentActor actor;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        long before = query.text("after").isPresent() ? query.number("after", 1, 999_999_999, 1) : Long.MAX_VALUE;
        return Page.read(
                        Page.limit(query),
                        most -> sessions.list(query.text("user"), before, most),
                        session -> Long.toString(session.getId()))
                .json("sessions", UserJson::write);
    }

    /** Signs it out; its pages are closed within two seconds. */
    @DELETE
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void end(@PathParam("id") long id) {
        sessions.end(id, actor.actor().name(), Optional.empty());
    }
}
