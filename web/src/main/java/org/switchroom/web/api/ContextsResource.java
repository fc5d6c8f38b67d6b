package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.switchroom.common.Quoted;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.EndpointBody;
import org.switchroom.web.api.json.EndpointJson;
import org.switchroom.web.api.json.JsonFields;

/** The contexts to which others may send a call; the server {@code *} stands for every server. */
@Path("/v1/servers/{server}/contexts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContextsResource {
    @Inject
    private EndpointDirectory directory;

    @Inject
    private ServerRegistry registry;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@PathParam("server") String server) {
        needServer(server);
        return JsonFields.text(json -> json.array("contexts", directory.contextsOf(server), EndpointJson::write));
    }

    /** Allows the context with this one pattern; patterns that it had before are taken back. */
    @PUT
    @Path("{context}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("server") String server, @PathParam("context") String context, InputStream body)
            throws IOException {
        needServer(server);
        AllowedContext wanted = EndpointBody.readContext(server, context, BodyText.read(body));
        List<AllowedContext> present = find(server, context);
        if (present.isEmpty()) {
            directory.add(wanted);
        } else {
            present.stream().skip(1).forEach(extra -> directory.removeContext(extra.id()));
            directory.changeContext(present.get(0).id(), found -> found.allowExtensions(wanted.extenPattern()));
        }
        return Response.status(present.isEmpty() ? 201 : 200)
                .entity(JsonFields.text(
                        json -> EndpointJson.write(find(server, context).get(0), json)))
                .build();
    }

    @DELETE
    @Path("{context}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("server") String server, @PathParam("context") String context) {
        List<AllowedContext> present = find(server, context);
        if (present.isEmpty()) {
            throw new NotThereException("context " + Quoted.text(context));
        }
        present.forEach(found -> directory.removeContext(found.id()));
    }

    /** Those of this very server, not those that it shares with all. */
    private List<AllowedContext> find(String server, String context) {
        return directory.contextsOf(server).stream()
                .filter(found -> server.equals(found.serverName()) && context.equals(found.context()))
                .toList();
    }

    private void needServer(String server) {
        if (!AllowedContext.EVERY_SERVER.equals(server) && registry.find(server).isEmpty()) {
            throw ServersResource.noServer(server);
        }
    }
}
