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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.switchroom.common.Quoted;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.boundary.Rights;
import org.switchroom.user.boundary.SecondFactors;
import org.switchroom.user.entity.AccountFilter;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.UserBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.UserJson;

/** The accounts of people and programs. */
@Path("/v1/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    private static final Set<String> PARAMETERS = Set.of("text", "role", "enabled", "group", "limit", "after");

    @Inject
    private Accounts accounts;

    @Inject
    private Rights rights;

    @Inject
    private SecondFactors factors;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        AccountFilter filter = new AccountFilter(
                query.text("text"),
                query.text("role").map(UsersResource::role),
                query.truth("enabled"),
                query.text("group"));
        String after = query.text("after").orElse("");
        return Page.read(Page.limit(query), most -> accounts.list(filter, after, most), UserAccount::getName)
                .json("users", UserJson::write);
    }

    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        UserBody.NewAccount wanted = UserBody.readNew(BodyText.read(body));
        accounts.add(wanted.name(), wanted.settings(), wanted.password());
        return Response.fromResponse(answer(201, find(wanted.name())))
                .location(URI.create("v1/users/" + URLEncoder.encode(wanted.name(), StandardCharsets.UTF_8)))
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
        AccountSettings wanted = UserBody.read(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        UserAccount changed = VersionTag.change(
                () -> accounts.change(name, wanted, seen), () -> find(name), UsersResource::representation);
        return answer(200, changed);
    }

    /** Another password, which its owner must change at the next sign-in. */
    @POST
    @Path("{name}/password")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public void setPassword(@PathParam("name") String name, InputStream body) throws IOException {
        accounts.setPassword(name, UserBody.readPassword(BodyText.read(body)));
    }

    /** Lets somebody try again at once who was locked out. */
    @POST
    @Path("{name}/unlock")
    @RolesAllowed(MethodRoles.ADMIN)
    public void unlock(@PathParam("name") String name) {
        accounts.unlock(name);
    }

    /** For somebody who lost it. */
    @DELETE
    @Path("{name}/second-factor")
    @RolesAllowed(MethodRoles.ADMIN)
    public void removeSecondFactor(@PathParam("name") String name) {
        factors.reset(name);
    }

    @GET
    @Path("{name}/rights")
    @RolesAllowed(MethodRoles.ADMIN)
    public String rights(@PathParam("name") String name) {
        find(name);
        return JsonFields.text(json -> UserJson.write(rights.of(name), json));
    }

    private UserAccount find(String name) {
        return accounts.find(name).orElseThrow(() -> new NotThereException("account " + Quoted.text(name)));
    }

    private static Response answer(int status, UserAccount account) {
        return VersionTag.answer(status, account.getVersion(), representation(account));
    }

    private static String representation(UserAccount account) {
        return JsonFields.text(json -> UserJson.write(account, json));
    }

    private static Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new BodyRefusedException(
                        "role", "This must be agent, receptionist, supervisor, admin or api."));
    }
}
