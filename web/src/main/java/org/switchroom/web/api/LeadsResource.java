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
import org.switchroom.lead.boundary.Leads;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadPage;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.LeadBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.LeadJson;
import org.switchroom.web.support.Viewer;

/** Single leads of the lists that the caller sees. */
@Path("/v1/leads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LeadsResource {
    @Inject
    private Leads leads;

    @Inject
    private Viewer viewer;

    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String search(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), LeadQuery.PARAMETERS);
        LeadSearch search = LeadQuery.search(query);
        LeadPage page = leads.search(search, viewer.scope(), Page.limit(query));
        return JsonFields.text(json -> json.array("leads", page.leads(), LeadJson::write)
                .field("next", page.next().orElse(null)));
    }

    /** How many a search finds, counted up to 10,000. */
    @GET
    @Path("count")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String count(@Context UriInfo uri) {
        LeadSearch search = LeadQuery.search(new QueryParameters(uri.getQueryParameters(), LeadQuery.PARAMETERS));
        CappedCount count = leads.count(search, viewer.scope());
        return JsonFields.text(json -> json.field("count", count.count()).field("more", count.more()));
    }

    @POST
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        LeadBody.Wanted wanted = LeadBody.readLead(BodyText.read(body));
        long id = leads.add(wanted.listId(), wanted.fields(), wanted.own(), viewer.name(), viewer.scope());
        return Response.fromResponse(answer(201, find(id)))
                .location(URI.create("v1/leads/" + id))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public Response read(@PathParam("id") long id) {
        return answer(200, find(id));
    }

    @PUT
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        LeadBody.Wanted wanted = LeadBody.readLead(BodyText.read(body));
        int seen = (int) VersionTag.needed(headers);
        Lead changed = VersionTag.change(
                () -> leads.change(
                        id, seen, wanted.listId(), wanted.fields(), wanted.own(), viewer.name(), viewer.scope()),
                () -> find(id),
                LeadsResource::representation);
        return answer(200, changed);
    }

    @DELETE
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed(MethodRoles.ADMIN)
    public void remove(@PathParam("id") long id, @Context HttpHeaders headers) {
        int seen = (int) VersionTag.needed(headers);
        VersionTag.change(
                () -> {
                    leads.remove(id, seen, viewer.scope());
                    return id;
                },
                () -> find(id),
                LeadsResource::representation);
    }

    @GET
    @Path("{id:[0-9]{1,18}}/history")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String history(@PathParam("id") long id) {
        var steps = leads.history(id, viewer.scope());
        return JsonFields.text(json -> json.array("changes", steps, LeadJson::write));
    }

    /** Merges another lead into this one; the other is gone afterwards. */
    @POST
    @Path("{id:[0-9]{1,18}}/merge")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(@PathParam("id") long id, InputStream body, @Context HttpHeaders headers) throws IOException {
        LeadBody.Merge merge = LeadBody.readMerge(BodyText.read(body));
        int seen = (int) VersionTag.needed(headers);
        Lead merged = VersionTag.change(
                () -> leads.merge(
                        id, seen, merge.otherId(), merge.otherVersion(), merge.take(), viewer.name(), viewer.scope()),
                () -> find(id),
                LeadsResource::representation);
        return answer(200, merged);
    }

    private Lead find(long id) {
        return leads.find(id, viewer.scope()).orElseThrow(() -> new NotThereException("lead " + id));
    }

    private static Response answer(int status, Lead lead) {
        return VersionTag.answer(status, lead.version(), representation(lead));
    }

    private static String representation(Lead lead) {
        return JsonFields.text(json -> LeadJson.write(lead, json));
    }
}
