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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import org.switchroom.user.boundary.TokenBook;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.TokenBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.TokenJson;

/** Tokens that programs call this API with. */
@Path("/v1/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private static final Set<String> PARAMETERS = Set.of("user", "limit", "after");

    @Inject
    private TokenBook tokens;

    @Inject
    private CallerScope scope;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        long before = query.text("after").isPresent() ? query.number("after", 1, 999_999_999, 1) : Long.MAX_VALUE;
        return Page.read(
                        Page.limit(query),
                        most -> tokens.list(query.text("user"), before, most),
                        token -> Long.toString(token.getId()))
                .json("tokens", TokenJson::write);
    }

    /** The answer holds the secret, this once. */
    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(InputStream body) throws IOException {
        TokenBody wanted = TokenBody.read(BodyText.read(body), ApiArea.ALL);
        if (!scope.scope().covers(wanted.settings().scope())) {
            return ProblemMapper.answer(Problem.of(
                    403, "token-scope", "A token can't make one that may more than itself; this one's scope is less."));
        }
        TokenBook.Issued issued = tokens.issue(wanted.user(), wanted.settings());
        return Response.status(201)
                .entity(JsonFields.text(json -> TokenJson.write(issued, json)))
                .location(URI.create("v1/tokens/" + issued.token().getId()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public String read(@PathParam("id") long id) {
        return JsonFields.text(json -> TokenJson.write(find(id), json));
    }

    /** It does nothing any more after two seconds; it stays in the list. */
    @DELETE
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void revoke(@PathParam("id") long id) {
        tokens.revoke(id);
    }

    private ApiToken find(long id) {
        return tokens.find(id).orElseThrow(() -> new NotThereException("token " + id));
    }
}
