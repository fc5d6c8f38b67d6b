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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.switchroom.guard.boundary.GuardBoard;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.GuardBody;
import org.switchroom.web.api.json.GuardJson;
import org.switchroom.web.api.json.JsonFields;

/** The guard against calls that nobody meant to pay for. */
@Path("/v1/guard")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GuardResource {
    @Inject
    private GuardBoard board;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public Response read() {
        return answer(board.settings());
    }

    @PUT
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(InputStream body, @Context HttpHeaders headers) throws IOException {
        GuardSettings wanted = GuardBody.read(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        return answer(
                VersionTag.change(() -> board.change(wanted, seen), board::settings, GuardResource::representation));
    }

    @GET
    @Path("unlocks")
    @RolesAllowed(MethodRoles.ADMIN)
    public String unlocks() {
        return JsonFields.text(json -> json.array("unlocks", board.unlocks(), GuardJson::write));
    }

    @POST
    @Path("unlocks")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response unlock(InputStream body) throws IOException {
        GuardBody.NewUnlock wanted = GuardBody.readUnlock(BodyText.read(body));
        Unlock unlock = board.unlock(wanted.group(), wanted.destination(), wanted.until(), wanted.reason());
        return Response.status(201)
                .entity(JsonFields.text(json -> GuardJson.write(unlock, json)))
                .build();
    }

    @DELETE
    @Path("unlocks/{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void shut(@PathParam("id") long id) {
        board.shut(id);
    }

    @GET
    @Path("countries")
    @RolesAllowed(MethodRoles.ADMIN)
    public String countries() {
        return JsonFields.text(json -> json.array("countries", board.countries(), GuardJson::write));
    }

    /** Puts out the alarm of a country. */
    @POST
    @Path("countries/{country}/seen")
    @RolesAllowed(MethodRoles.ADMIN)
    public void seen(@PathParam("country") String country) {
        board.seen(country);
    }

    private static Response answer(StoredSettings settings) {
        return VersionTag.answer(200, settings.version(), representation(settings));
    }

    private static String representation(StoredSettings settings) {
        return JsonFields.text(json -> GuardJson.write(settings, json));
    }
}
