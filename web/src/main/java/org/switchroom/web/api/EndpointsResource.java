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
import java.util.Optional;
import org.switchroom.common.Quoted;
import org.switchroom.endpoint.boundary.EndpointDirectory;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.EndpointBody;
import org.switchroom.web.api.json.EndpointJson;
import org.switchroom.web.api.json.JsonFields;

/** The trunks and phones of a server: what can be dialled. */
@Path("/v1/servers/{server}/endpoints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EndpointsResource {
    @Inject
    private EndpointDirectory directory;

    @Inject
    private ServerRegistry registry;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@PathParam("server") String server) {
        needServer(server);
        return JsonFields.text(json -> json.array("endpoints", directory.endpointsOf(server), EndpointJson::write));
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("server") String server, @PathParam("name") String name, InputStream body)
            throws IOException {
        needServer(server);
        Endpoint wanted = EndpointBody.read(server, name, BodyText.read(body));
        Optional<Endpoint> present = find(server, name);
        present.ifPresentOrElse(endpoint -> change(endpoint, wanted), () -> directory.add(wanted));
        Endpoint saved = find(server, name).orElseThrow(() -> noEndpoint(name));
        return Response.status(present.isPresent() ? 200 : 201)
                .entity(JsonFields.text(json -> EndpointJson.write(saved, json)))
                .build();
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("server") String server, @PathParam("name") String name) {
        directory.removeEndpoint(
                find(server, name).orElseThrow(() -> noEndpoint(name)).id());
    }

    private void change(Endpoint present, Endpoint wanted) {
        if (present.technology() != wanted.technology() || present.kind() != wanted.kind()) {
            throw new ConflictException(
                    "endpoint-of-other-kind",
                    "There is such an endpoint of another technology or kind; remove it first.");
        }
        directory.changeEndpoint(present.id(), endpoint -> {
            wanted.digitsPattern().ifPresent(endpoint::allowDigits);
            wanted.maxOriginatesPerSecond().ifPresentOrElse(endpoint::limitOriginates, endpoint::unlimitOriginates);
            if (wanted.enabled()) {
                endpoint.enable();
            } else {
                endpoint.disable();
            }
        });
    }

    private Optional<Endpoint> find(String server, String name) {
        return directory.endpointsOf(server).stream()
                .filter(endpoint -> name.equals(endpoint.name()))
                .findFirst();
    }

    private void needServer(String server) {
        if (registry.find(server).isEmpty()) {
            throw ServersResource.noServer(server);
        }
    }

    private static NotThereException noEndpoint(String name) {
        return new NotThereException("endpoint " + Quoted.text(name));
    }
}
