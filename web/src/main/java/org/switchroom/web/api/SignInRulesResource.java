package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.switchroom.user.boundary.RulesOfSignIn;
import org.switchroom.user.entity.SignInRules;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.UserBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.UserJson;

/** What holds for everybody's sign-in. */
@Path("/v1/sign-in-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignInRulesResource {
    @Inject
    private RulesOfSignIn rules;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public Response read() {
        return answer(rules.present());
    }

    @PUT
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(InputStream body, @Context HttpHeaders headers) throws IOException {
        SignInRules wanted = UserBody.readSignInRules(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        VersionTag.change(
                () -> {
                    rules.change(wanted, seen);
                    return wanted;
                },
                rules::rules,
                SignInRulesResource::representation);
        return answer(rules.present());
    }

    private static Response answer(RulesOfSignIn.Present present) {
        return VersionTag.answer(200, present.version(), representation(present.rules()));
    }

    private static String representation(SignInRules rules) {
        return JsonFields.text(json -> UserJson.write(rules, json));
    }
}
