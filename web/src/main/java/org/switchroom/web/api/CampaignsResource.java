package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignSearch;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.SavedVersion;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.CampaignBody;
import org.switchroom.web.api.json.CampaignJson;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.support.Viewer;

/** The campaigns that the caller sees, their settings, and every version of them. */
@Path("/v1/campaigns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {
    private static final int MOST_VERSIONS = 999_999_999;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Viewer viewer;

    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String list(@Context UriInfo uri) {
        QueryParameters query =
                new QueryParameters(uri.getQueryParameters(), Set.of("text", "active", "limit", "after"));
        String text = query.text("text").orElse("");
        var active = query.truth("active");
        String after = query.text("after").orElse("");
        return Page.read(
                        Page.limit(query),
                        most -> campaigns.search(viewer.scope(), new CampaignSearch(text, active, after, most)),
                        CampaignState::id)
                .json("campaigns", CampaignJson::writeSummary);
    }

    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        CampaignBody.NewCampaign wanted = CampaignBody.readNew(BodyText.read(body));
        CampaignState added = wanted.copyOf()
                .map(from -> campaigns.copy(viewer.scope(), from, wanted.id(), wanted.given()))
                .orElseGet(() -> campaigns.add(viewer.scope(), wanted.id(), wanted.given()));
        return Response.fromResponse(answer(201, added))
                .location(URI.create("v1/campaigns/" + added.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public Response read(@PathParam("id") String id) {
        return answer(200, campaigns.need(viewer.scope(), id));
    }

    /** Settings as a whole: what is not given has its default afterwards. */
    @PUT
    @Path("{id}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Map<String, String> given = CampaignBody.readSettings(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        return changed(id, () -> campaigns.replace(viewer.scope(), id, seen, given));
    }

    /** Some settings; the others stay. */
    @PATCH
    @Path("{id}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Map<String, String> given = CampaignBody.readSettings(BodyText.read(body));
        long seen = VersionTag.needed(headers);
        return changed(id, () -> campaigns.change(viewer.scope(), id, seen, given));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("id") String id, @Context HttpHeaders headers) {
        long seen = VersionTag.needed(headers);
        changed(id, () -> {
            CampaignState gone = campaigns.need(viewer.scope(), id);
            campaigns.remove(viewer.scope(), id, seen);
            return gone;
        });
    }

    /** The newest first, so the next page begins below the last number. */
    @GET
    @Path("{id}/versions")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String versions(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), Set.of("limit", "after"));
        int below = query.number("after", 1, MOST_VERSIONS, MOST_VERSIONS);
        return Page.read(
                        Page.limit(query),
                        most -> campaigns.versions(viewer.scope(), id, below, most),
                        (SavedVersion version) -> Integer.toString(version.number()))
                .json("versions", CampaignJson::write);
    }

    /** Makes the campaign as it was in an old version. */
    @POST
    @Path("{id}/versions/{number:[0-9]{1,9}}/restore")
    @RolesAllowed(MethodRoles.ADMIN)
    public Response restore(@PathParam("id") String id, @PathParam("number") int number, @Context HttpHeaders headers) {
        long seen = VersionTag.needed(headers);
        return changed(id, () -> campaigns.rollBack(viewer.scope(), id, seen, number));
    }

    /** Every setting that there is, with its range and default. */
    @GET
    @Path("catalogue/settings")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String catalogue() {
        return JsonFields.text(json -> json.array("settings", CampaignCatalogue.settings(), CampaignJson::write));
    }

    private Response changed(String id, Supplier<CampaignState> change) {
        return answer(
                200,
                VersionTag.change(change, () -> campaigns.need(viewer.scope(), id), CampaignsResource::representation));
    }

    private static Response answer(int status, CampaignState campaign) {
        return VersionTag.answer(status, campaign.version(), representation(campaign));
    }

    private static String representation(CampaignState campaign) {
        return JsonFields.text(json -> CampaignJson.write(campaign, json));
    }
}
