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
import org.switchroom.common.Quoted;
import org.switchroom.user.boundary.UserGroups;
import org.switchroom.user.entity.GroupSettings;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.UserBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.UserJson;

/** The groups and what their people may see and do. */
@Path("/v1/groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupsResource {
    private static final Set<String> PARAMETERS = Set.of("limit", "after");

    @Inject
    private UserGroups groups;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        String after = query.text("after").orElse("");
        return Page.read(Page.limit(query), most -> groups.list(after, most), UserGroup::getName)
                .json("groups", UserJson::write);
    }

    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        UserBody.NewGroup wanted = UserBody.readNewGroup(BodyText.read(body));
        groups.add(wanted.name(), wanted.settings());
        return Response.fromResponse(answer(201, find(wanted.name())))
                .location(URI.create("v1/groups/" + wanted.name().replace(" ", "%20")))
                .build();
    }

    @GET
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    public Response read(@PathParam("name") String name) {
        return answer(200, find(name));
    }

    @PUT
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("name") String name, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        GroupSettings wanted = UserBody.readGroup(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        UserGroup changed = VersionTag.change(
                () -> groups.change(name, wanted, seen), () -> find(name), GroupsResource::representation);
        return answer(200, changed);
    }

    @DELETE
    @Path("{name}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("name") String name, @Context HttpHeaders headers) {
        long seen = VersionTag.needed(headers);
        VersionTag.change(
                () -> {
                    groups.remove(name, seen);
                    return name;
                },
                () -> find(name),
                GroupsResource::representation);
    }

    private UserGroup find(String name) {
        return groups.find(name).orElseThrow(() -> new NotThereException("group " + Quoted.text(name)));
    }

    private static Response answer(int status, UserGroup group) {
        return VersionTag.answer(status, group.getVersion(), representation(group));
    }

    private static String representation(UserGroup group) {
        return JsonFields.text(json -> UserJson.write(group, json));
    }
}
