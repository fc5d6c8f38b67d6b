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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import org.switchroom.phone.boundary.Phones;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneFilter;
import org.switchroom.phone.entity.PhoneSettings;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.PhoneBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.PhoneJson;

/** The phones of people. */
@Path("/v1/phones")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PhonesResource {
    private static final Set<String> PARAMETERS = Set.of("text", "owner", "server_name", "limit", "after");

    @Inject
    private Phones phones;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        PhoneFilter filter = new PhoneFilter(query.text("text"), query.text("owner"), query.text("server_name"));
        long after = query.number("after", 0, Integer.MAX_VALUE, 0);
        return Page.read(
                        Page.limit(query),
                        most -> phones.list(filter, after, most),
                        phone -> phone.getId().toString())
                .json("phones", PhoneJson::write);
    }

    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        long id = phones.add(PhoneBody.read(BodyText.read(body))).getId();
        return Response.fromResponse(answer(201, find(id)))
                .location(URI.create("v1/phones/" + id))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public Response read(@PathParam("id") long id) {
        return answer(200, find(id));
    }

    @PUT
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        PhoneSettings wanted = PhoneBody.read(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        Phone changed = VersionTag.change(
                () -> phones.change(id, wanted, seen), () -> find(id), PhonesResource::representation);
        return answer(200, changed);
    }

    @DELETE
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("id") long id, @Context HttpHeaders headers) {
        long seen = VersionTag.needed(headers);
        VersionTag.change(
                () -> {
                    phones.remove(id, seen);
                    return id;
                },
                () -> find(id),
                PhonesResource::representation);
    }

    private Phone find(long id) {
        return phones.find(id).orElseThrow(() -> new NotThereException("phone " + id));
    }

    private static Response answer(int status, Phone phone) {
        return VersionTag.answer(status, phone.getVersion(), representation(phone));
    }

    private static String representation(Phone phone) {
        return JsonFields.text(json -> PhoneJson.write(phone, json));
    }
}
