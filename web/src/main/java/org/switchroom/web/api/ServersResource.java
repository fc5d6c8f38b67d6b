package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.channel.boundary.LiveBoard;
import org.switchroom.channel.entity.LiveChannel;
import org.switchroom.common.Quoted;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.boundary.ServerTester;
import org.switchroom.server.control.ServerInvalidException;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.ServerSettings;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.ServerBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.ServerJson;

/** The Asterisk servers: state for all, settings and connection test for administrators. */
@Path("/v1/servers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServersResource {
    @Inject
    private ServerRegistry registry;

    @Inject
    private ServerTester tester;

    @Inject
    private LiveBoard board;

    @GET
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public String list(@Context SecurityContext caller) {
        Map<String, Long> channels = board.list(null).stream()
                .collect(Collectors.groupingBy(LiveChannel::getServerName, Collectors.counting()));
        return JsonFields.text(json -> json.array(
                "servers",
                registry.list(),
                (server, each) -> write(server, channels.getOrDefault(server.getName(), 0L), each, caller)));
    }

    @GET
    @Path("{name}")
    @RolesAllowed({MethodRoles.API, MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public String read(@PathParam("name") String name, @Context SecurityContext caller) {
        return representation(name, caller);
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@PathParam("name") String name, InputStream body, @Context SecurityContext caller)
            throws IOException {
        boolean created = registry.save(ServerBody.read(name, BodyText.read(body)));
        return Response.status(created ? 201 : 200)
                .entity(representation(name, caller))
                .build();
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("name") String name) {
        find(name);
        registry.remove(name);
    }

    /** Tries the settings of the body, or with an empty body those that are stored. */
    @POST
    @Path("{name}/test")
    @RolesAllowed(MethodRoles.ADMIN)
    public String test(@PathParam("name") String name, InputStream body) throws IOException {
        String text = BodyText.read(body);
        ServerSettings settings = text.isBlank()
                ? registry.settings(name).orElseThrow(() -> noServer(name))
                : ServerBody.read(name, text);
        if (!settings.violations().isEmpty()) {
            throw new ServerInvalidException(settings.violations());
        }
        return JsonFields.text(json -> ServerJson.write(tester.test(settings), json));
    }

    private String representation(String name, SecurityContext caller) {
        AsteriskServer server = find(name);
        return JsonFields.text(json -> write(server, board.list(name).size(), json, caller));
    }

    private static void write(AsteriskServer server, long channels, JsonFields json, SecurityContext caller) {
        if (caller.isUserInRole(MethodRoles.ADMIN)) {
            ServerJson.writeWithLogins(server, channels, json);
        } else {
            ServerJson.write(server, channels, json);
        }
    }

    private AsteriskServer find(String name) {
        return registry.find(name).orElseThrow(() -> noServer(name));
    }

    static NotThereException noServer(String name) {
        return new NotThereException("server " + Quoted.text(name));
    }
}
