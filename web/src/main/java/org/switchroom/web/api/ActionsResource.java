package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.entity.ActionFilter;
import org.switchroom.queue.entity.ActionRow;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.Submitted;
import org.switchroom.web.api.body.ActionBody;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.json.ActionJson;
import org.switchroom.web.api.json.JsonFields;

/** The central queue: submit, read, list, cancel. */
@Path("/v1/actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActionsResource {
    private static final String ID = "{id:[1-9][0-9]{0,17}}";
    private static final Set<String> PARAMETERS = Set.of("status", "server_name", "action", "limit", "offset");
    private static final int MOST = 500;
    private static final int USUAL = 50;
    private static final int FARTHEST = 10_000_000;

    @Inject
    private ActionQueue queue;

    @POST
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(InputStream body, @Context HttpHeaders headers, @Context SecurityContext caller)
            throws IOException {
        List<String> keys = Optional.ofNullable(headers.getRequestHeader(ActionBody.KEY_HEADER))
                .orElse(List.of());
        Submitted submitted = queue.submit(
                ActionBody.read(BodyText.read(body), keys),
                caller.getUserPrincipal().getName());
        return Response.status(submitted.created() ? 201 : 200)
                .location(URI.create("v1/actions/" + submitted.id()))
                .entity(representation(find(submitted.id())))
                .build();
    }

    @GET
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        ActionFilter filter = new ActionFilter(
                query.word("status", ActionStatus.class), query.text("server_name"), query.text("action"));
        int limit = query.number("limit", 1, MOST, USUAL);
        int offset = query.number("offset", 0, FARTHEST, 0);
        List<ActionRow> rows = queue.list(filter, offset, limit);
        return JsonFields.text(json -> json.array("actions", rows, ActionJson::write)
                .field("limit", limit)
                .field("offset", offset)
                .field("count", queue.count(filter)));
    }

    @GET
    @Path(ID)
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public String read(@PathParam("id") long id) {
        return representation(find(id));
    }

    @GET
    @Path(ID + "/transitions")
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public String transitions(@PathParam("id") long id) {
        find(id);
        return JsonFields.text(json -> json.array("transitions", queue.transitions(id), ActionJson::write));
    }

    /** Withdraws it; done twice it is no error. */
    @DELETE
    @Path(ID)
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN})
    public String cancel(@PathParam("id") long id, @Context SecurityContext caller) {
        find(id);
        boolean withdrawn = queue.cancel(id, caller.getUserPrincipal().getName());
        ActionRow row = find(id);
        if (!withdrawn && row.getStatus() != ActionStatus.CANCELLED) {
            throw new ConflictException("action-not-cancellable", "Action %d is %s.".formatted(id, row.getStatus()));
        }
        return representation(row);
    }

    private ActionRow find(long id) {
        return queue.find(id).orElseThrow(() -> new NotThereException("action with id " + id));
    }

    private static String representation(ActionRow row) {
        return JsonFields.text(json -> ActionJson.write(row, json));
    }
}
