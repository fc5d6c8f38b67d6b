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
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.switchroom.lead.boundary.LeadFiles;
import org.switchroom.lead.boundary.LeadLoads;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.LeadBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.LeadJson;
import org.switchroom.web.support.Viewer;

/** The loads of files: upload, say where columns go, check, load, watch, and get back what was refused. */
@Path("/v1/loads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoadsResource {
    @Inject
    private LeadLoads loads;

    @Inject
    private LeadFiles files;

    @Inject
    private Viewer viewer;

    /** The latest, newest first. */
    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    public String list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), Set.of("list_id", "limit"));
        List<LeadLoad> found = query.text("list_id").isPresent()
                ? loads.ofList(query.number("list_id", 1, 999_999_999, 0), viewer.scope())
                : loads.latest(viewer.scope());
        return JsonFields.text(json ->
                json.array("loads", found.stream().limit(Page.limit(query)).toList(), LeadJson::write));
    }

    /** Uploads a file: of leads with {@code list_id}, of numbers that nobody may call without it. */
    @POST
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv"})
    public Response upload(InputStream content, @Context UriInfo uri) {
        QueryParameters query =
                new QueryParameters(uri.getQueryParameters(), Set.of("list_id", "dnc_campaign_id", "file_name"));
        String name = query.text("file_name").orElse("upload");
        boolean leads = query.text("list_id").isPresent();
        if (leads && query.text("dnc_campaign_id").isPresent()) {
            throw new BodyRefusedException("query", "Give list_id or dnc_campaign_id, not both.");
        }
        long id = leads
                ? files.receiveLeads(
                        query.number("list_id", 1, 999_999_999, 0), name, content, viewer.name(), viewer.scope())
                : files.receiveNumbers(
                        query.text("dnc_campaign_id").orElse(""), name, content, viewer.name(), viewer.scope());
        return Response.fromResponse(answer(201, find(id)))
                .location(URI.create("v1/loads/" + id))
                .build();
    }

    @GET
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    public Response read(@PathParam("id") long id) {
        return answer(200, find(id));
    }

    /** Other columns or rules. */
    @PUT
    @Path("{id:[0-9]{1,18}}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, InputStream body, @Context HttpHeaders headers)
            throws IOException {
        LeadBody.Rules rules = LeadBody.readRules(BodyText.read(body));
        int seen = (int) VersionTag.needed(headers);
        LoadRules wanted = new LoadRules(mapping(rules, find(id)), rules.duplicates(), rules.skipDnc(), rules.region());
        LeadLoad changed = VersionTag.change(
                () -> loads.change(id, seen, wanted, viewer.scope()), () -> find(id), LoadsResource::representation);
        return answer(200, changed);
    }

    /** Begins a dry run; nothing is written. */
    @POST
    @Path("{id:[0-9]{1,18}}/check")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    public Response check(@PathParam("id") long id) {
        loads.check(id, viewer.scope());
        return answer(202, find(id));
    }

    @POST
    @Path("{id:[0-9]{1,18}}/load")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    public Response load(@PathParam("id") long id) {
        loads.load(id, viewer.scope());
        return answer(202, find(id));
    }

    @POST
    @Path("{id:[0-9]{1,18}}/cancel")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    public Response cancel(@PathParam("id") long id) {
        loads.cancel(id, viewer.scope());
        return answer(200, find(id));
    }

    /** The rows that were not taken, each with its reason. */
    @GET
    @Path("{id:[0-9]{1,18}}/refused")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API})
    @Produces(MediaType.WILDCARD)
    public Response refused(@PathParam("id") long id) {
        java.nio.file.Path file = files.refused(find(id))
                .orElseThrow(() -> new NotThereException("file of refused rows of load " + id + " on this node"));
        return Response.ok(file.toFile(), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + id + ".csv\"")
                .build();
    }

    private LeadLoad find(long id) {
        return loads.find(id, viewer.scope()).orElseThrow(() -> new NotThereException("load " + id));
    }

    /** A field for each column; those that are not named are left out. */
    private static List<String> mapping(LeadBody.Rules rules, LeadLoad load) {
        int width = load.format().columns().size();
        rules.mapping().keySet().stream()
                .filter(column -> column > width)
                .findFirst()
                .ifPresent(column -> {
                    throw new BodyRefusedException("mapping", "The file has no column " + column + ".");
                });
        return IntStream.rangeClosed(1, width)
                .mapToObj(column -> rules.mapping().getOrDefault(column, ""))
                .toList();
    }

    private static Response answer(int status, LeadLoad load) {
        return VersionTag.answer(status, load.version(), representation(load));
    }

    private static String representation(LeadLoad load) {
        return JsonFields.text(json -> LeadJson.write(load, json));
    }
}
