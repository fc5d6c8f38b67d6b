package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.lead.boundary.Callbacks;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.LeadBody;
import org.switchroom.web.api.json.ApiTime;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.LeadJson;
import org.switchroom.web.support.Viewer;

/** Promises to call back. */
@Path("/v1/callbacks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallbacksResource {
    private static final Pattern PLACE = Pattern.compile("(.{20,30}),([0-9]{1,18})");

    @Inject
    private Callbacks callbacks;

    @Inject
    private Viewer viewer;

    /** Those in a state, the first due first; without one those that are scheduled. */
    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), Set.of("state", "limit", "after"));
        CallbackState state = query.word("state", CallbackState.class).orElse(CallbackState.SCHEDULED);
        Place after = query.text("after").map(CallbacksResource::place).orElse(new Place(Instant.EPOCH, 0));
        return Page.read(
                        Page.limit(query),
                        most -> callbacks.list(state, after.dueAt(), after.id(), most, viewer.scope()),
                        callback -> ApiTime.format(callback.dueAt()) + "," + callback.id())
                .json("callbacks", LeadJson::write);
    }

    @POST
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        LeadBody.Promise wanted = LeadBody.readNewCallback(BodyText.read(body));
        long id = callbacks.schedule(
                wanted.leadId(),
                wanted.campaignId(),
                wanted.agent(),
                wanted.dueAt(),
                wanted.zone(),
                wanted.note(),
                viewer.name(),
                viewer.scope());
        return Response.fromResponse(answer(201, find(id)))
                .location(URI.create("v1/callbacks/" + id))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public Response read(@PathParam("id") long id) {
        return answer(200, find(id));
    }

    /** Another state; or without one another time, agent or note. */
    @PUT
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        LeadBody.Promise wanted = LeadBody.readCallback(BodyText.read(body));
        int seen = (int) VersionTag.needed(headers);
        Callback changed = VersionTag.change(
                () -> wanted.state() == null || wanted.state() == CallbackState.SCHEDULED
                        ? callbacks.move(
                                id, seen, wanted.agent(), wanted.dueAt(), wanted.zone(), wanted.note(), viewer.scope())
                        : callbacks.become(id, seen, wanted.state(), viewer.scope()),
                () -> find(id),
                CallbacksResource::representation);
        return answer(200, changed);
    }

    private record Place(Instant dueAt, long id) {}

    private static Place place(String text) {
        Matcher matcher = PLACE.matcher(text);
        if (!matcher.matches()) {
            throw new BodyRefusedException("after", "This is no place in this list.");
        }
        Instant due = ApiTime.parse(matcher.group(1))
                .orElseThrow(() -> new BodyRefusedException("after", "This is no place in this list."));
        return new Place(due, Long.parseLong(matcher.group(2)));
    }

    private Callback find(long id) {
        return callbacks.find(id, viewer.scope()).orElseThrow(() -> new NotThereException("callback " + id));
    }

    private static Response answer(int status, Callback callback) {
        return VersionTag.answer(status, callback.version(), representation(callback));
    }

    private static String representation(Callback callback) {
        return JsonFields.text(json -> LeadJson.write(callback, json));
    }
}
