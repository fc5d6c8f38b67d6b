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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.common.Quoted;
import org.switchroom.common.Scope;
import org.switchroom.lead.boundary.LeadFiles;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.load.LeadExport;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.LeadBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.LeadJson;
import org.switchroom.web.support.Viewer;

/** The lists of leads that the caller sees. */
@Path("/v1/lead-lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LeadListsResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private LeadLists lists;

    @Inject
    private LeadFiles files;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Viewer viewer;

    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String list(@Context UriInfo uri) {
        QueryParameters query =
                new QueryParameters(uri.getQueryParameters(), Set.of("campaign_id", "active", "limit", "after"));
        Optional<String> campaign = CampaignParameter.in(query, viewer.scope());
        Optional<Boolean> active = query.text("active").map(LeadListsResource::truth);
        long after = query.number("after", 0, 999_999_999, 0);
        List<LeadList> found = lists.list(viewer.scope()).stream()
                .filter(list -> list.id() > after)
                .filter(list -> campaign.map(id -> id.equals(list.campaignId())).orElse(true))
                .filter(list -> active.map(wanted -> wanted == list.active()).orElse(true))
                .toList();
        return Page.read(
                        Page.limit(query),
                        most -> found.subList(0, Math.min(most, found.size())),
                        list -> Long.toString(list.id()))
                .json("lists", LeadJson::write);
    }

    @POST
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        LeadList wanted = LeadBody.readList(BodyText.read(body));
        needCampaign(wanted);
        long id = lists.add(wanted, viewer.scope());
        return Response.fromResponse(answer(201, find(id)))
                .location(URI.create("v1/lead-lists/" + id))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public Response read(@PathParam("id") long id) {
        return answer(200, find(id));
    }

    @PUT
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        LeadList wanted = LeadBody.readList(BodyText.read(body));
        int seen = (int) VersionTag.needed(headers);
        Scope scope = viewer.scope();
        if (!Objects.equals(find(id).campaignId(), wanted.campaignId())) {
            needCampaign(wanted);
        }
        LeadList changed = VersionTag.change(
                () -> lists.change(wanted.withId(id).withVersion(seen), scope),
                () -> find(id),
                LeadListsResource::representation);
        return answer(200, changed);
    }

    @DELETE
    @Path("{id:[0-9]{1,9}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("id") long id, @Context HttpHeaders headers) {
        int seen = (int) VersionTag.needed(headers);
        VersionTag.change(
                () -> {
                    lists.remove(id, seen, viewer.scope());
                    return id;
                },
                () -> find(id),
                LeadListsResource::representation);
    }

    @GET
    @Path("{id:[0-9]{1,9}}/counts")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String counts(@PathParam("id") long id) {
        var counts = lists.counts(id, viewer.scope());
        return JsonFields.text(json -> json.array("counts", counts, LeadJson::write));
    }

    /** Declares all leads of the list not called yet. */
    @POST
    @Path("{id:[0-9]{1,9}}/reset")
    @RolesAllowed(MethodRoles.ADMIN)
    public String reset(@PathParam("id") long id) {
        int reset = lists.reset(id, viewer.scope());
        return JsonFields.text(json -> json.field("reset", reset));
    }

    /** All leads of the list as a file. */
    @GET
    @Path("{id:[0-9]{1,9}}/export")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    @Produces(MediaType.WILDCARD)
    public Response export(@PathParam("id") long id, @Context UriInfo uri) {
        String format = new QueryParameters(uri.getQueryParameters(), Set.of("format"))
                .text("format")
                .orElse("csv");
        if (!Set.of("csv", "xlsx").contains(format)) {
            throw new BodyRefusedException("format", "This must be csv or xlsx.");
        }
        boolean csv = format.equals("csv");
        LeadExport export = files.export(id, format, viewer.scope());
        StreamingOutput content = out -> {
            if (csv) {
                export.csv(out);
            } else {
                export.xlsx(out);
            }
        };
        return Response.ok(content, csv ? CSV : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"list-" + id + "." + format + "\"")
                .build();
    }

    /** What is newly named must be there; a list whose campaign is gone meanwhile can still be changed. */
    private void needCampaign(LeadList wanted) {
        String id = wanted.requireValid().campaignId();
        if (id != null && campaigns.find(viewer.scope(), id).isEmpty()) {
            throw new BodyRefusedException("campaign_id", "There is no campaign " + Quoted.text(id) + ".");
        }
    }

    private LeadList find(long id) {
        return lists.find(id, viewer.scope()).orElseThrow(() -> new NotThereException("list " + id));
    }

    private static Response answer(int status, LeadList list) {
        return VersionTag.answer(status, list.version(), representation(list));
    }

    private static String representation(LeadList list) {
        return JsonFields.text(json -> LeadJson.write(list, json));
    }

    private static boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BodyRefusedException("active", "This must be true or false.");
        };
    }
}
