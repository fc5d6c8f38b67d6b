package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.audit.entity.AuditFilter;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.api.json.ApiTime;
import org.switchroom.web.api.json.AuditJson;
import org.switchroom.web.api.json.JsonFields;

/** What people did, newest first, and whether nobody changed it since. */
@Path("/v1/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final Set<String> PARAMETERS = Set.of("actor", "subject", "key", "from", "until", "limit", "after");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    @Inject
    private AuditTrail trail;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), PARAMETERS);
        AuditFilter filter = new AuditFilter(
                query.text("actor"),
                query.text("subject"),
                query.text("key"),
                time(query, "from"),
                time(query, "until"));
        long before = query.text("after").map(AuditResource::id).orElse(Long.MAX_VALUE);
        return Page.read(
                        Page.limit(query),
                        most -> trail.list(filter, before, most),
                        (AuditRecord entry) -> entry.getId().toString())
                .json("entries", AuditJson::write);
    }

    @GET
    @Path("{id:[1-9][0-9]{0,17}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public String read(@PathParam("id") long id) {
        AuditRecord entry = trail.find(id).orElseThrow(() -> new NotThereException("entry with id " + id));
        return JsonFields.text(json -> AuditJson.write(entry, json));
    }

    @GET
    @Path("verification")
    @RolesAllowed(MethodRoles.ADMIN)
    public String verify() {
        return JsonFields.text(json -> AuditJson.write(trail.verify(), json));
    }

    private static Optional<Instant> time(QueryParameters query, String name) {
        return query.text(name)
                .map(text -> ApiTime.parse(text)
                        .orElseThrow(() -> new BodyRefusedException(
                                name, "This must be a time in UTC like 2026-11-01T12:00:00.000Z.")));
    }

    private static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new BodyRefusedException("after", "This must be the next of the page before.");
        }
        return Long.parseLong(text);
    }
}
