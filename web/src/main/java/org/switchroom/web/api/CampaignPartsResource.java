package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.switchroom.campaign.boundary.CampaignParts;
import org.switchroom.campaign.control.PartSearch;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.CampaignBody;
import org.switchroom.web.api.json.CampaignJson;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.support.Viewer;

/** Dispositions, pause codes, hot keys, rules to call again, call times, scripts, presets and caller id pools. */
@Path("/v1/campaign-parts/{kind}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CampaignPartsResource {
    private static final int HIGHEST_ID = 999_999_999;

    @Inject
    private CampaignParts parts;

    @Inject
    private Viewer viewer;

    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String list(@PathParam("kind") String kind, @Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), Set.of("campaign_id", "limit", "after"));
        Optional<String> campaign = CampaignParameter.in(query, viewer.scope());
        int after = query.number("after", 0, HIGHEST_ID, 0);
        PartKind wanted = kind(kind);
        return Page.read(
                        Page.limit(query),
                        most -> parts.search(wanted, viewer.scope(), new PartSearch(campaign, after, most)),
                        part -> Long.toString(part.id()))
                .json("parts", CampaignJson::write);
    }

    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("kind") String kind, InputStream body) throws IOException {
        CampaignBody.NewPart wanted = CampaignBody.readNewPart(kind(kind), BodyText.read(body));
        PartState added = parts.add(kind(kind), viewer.scope(), wanted.campaignId(), wanted.code(), wanted.given());
        return Response.fromResponse(answer(201, added))
                .location(URI.create("v1/campaign-parts/" + kind + "/" + added.id()))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public Response read(@PathParam("kind") String kind, @PathParam("id") long id) {
        return answer(200, parts.need(kind(kind), viewer.scope(), id));
    }

    /** Some values; the others stay. */
    @PATCH
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("kind") String kind, @PathParam("id") long id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Map<String, String> given = CampaignBody.readPart(kind(kind), BodyText.read(body));
        long seen = VersionTag.needed(headers);
        return answer(200, changed(kind, id, () -> parts.change(kind(kind), viewer.scope(), id, seen, given)));
    }

    @DELETE
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("kind") String kind, @PathParam("id") long id, @Context HttpHeaders headers) {
        long seen = VersionTag.needed(headers);
        changed(kind, id, () -> {
            parts.remove(kind(kind), viewer.scope(), id, seen);
            return id;
        });
    }

    private <T> T changed(String kind, long id, Supplier<T> change) {
        return VersionTag.change(
                change, () -> parts.need(kind(kind), viewer.scope(), id), CampaignPartsResource::representation);
    }

    private static PartKind kind(String path) {
        return PartKind.at(path)
                .orElseThrow(() -> NotThereException.kind(
                        path, Arrays.stream(PartKind.values()).map(PartKind::path)));
    }

    private static Response answer(int status, PartState part) {
        return VersionTag.answer(status, part.version(), representation(part));
    }

    private static String representation(PartState part) {
        return JsonFields.text(json -> CampaignJson.write(part, json));
    }
}
