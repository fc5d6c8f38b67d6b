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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.switchroom.common.Quoted;
import org.switchroom.lead.boundary.DoNotCall;
import org.switchroom.lead.control.PhoneReading;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.web.api.body.BodyRefusedException;
import org.switchroom.web.api.body.BodyText;
import org.switchroom.web.api.body.LeadBody;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.LeadJson;
import org.switchroom.web.support.Viewer;

/** The numbers that nobody may call, or that one campaign may not. Files of them come by {@link LoadsResource}. */
@Path("/v1/dnc")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DncResource {
    @Inject
    private DoNotCall numbers;

    @Inject
    private Viewer viewer;

    /** A list by number; without a campaign the one that holds for all. */
    @GET
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String list(@Context UriInfo uri) {
        QueryParameters query =
                new QueryParameters(uri.getQueryParameters(), Set.of("campaign_id", "phone", "limit", "after"));
        String campaign = query.text("campaign_id").orElse(DncNumber.SYSTEM);
        String beginning = query.text("phone").map(DncResource::bare).orElse("");
        String after = query.text("after").map(DncResource::bare).orElse("");
        return Page.read(
                        Page.limit(query),
                        most -> numbers.list(campaign, beginning, after, most, viewer.scope()),
                        number -> "+" + number.phone())
                .json("numbers", LeadJson::write);
    }

    /** The lists that a number is on, of those that the caller sees. */
    @GET
    @Path("{phone}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    public String of(@PathParam("phone") String phone) {
        List<DncNumber> found = numbers.of(digits(phone), viewer.scope());
        return JsonFields.text(json -> json.array("numbers", found, LeadJson::write));
    }

    @POST
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.API, MethodRoles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_JSON)
    public String add(InputStream body) throws IOException {
        LeadBody.Numbers wanted = LeadBody.readNumbers(BodyText.read(body));
        List<String> digits = wanted.phones().stream().map(DncResource::digits).toList();
        int added = numbers.add(digits, wanted.campaignId(), wanted.source(), viewer.name(), viewer.scope());
        return JsonFields.text(json -> json.field("added", added));
    }

    @DELETE
    @Path("{phone}")
    @RolesAllowed({MethodRoles.ADMIN, MethodRoles.SUPERVISOR})
    public void remove(@PathParam("phone") String phone, @Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters(), Set.of("campaign_id"));
        numbers.remove(digits(phone), query.text("campaign_id").orElse(DncNumber.SYSTEM), viewer.scope());
    }

    private static String digits(String phone) {
        String written = phone.startsWith("+") ? phone : "+" + phone.strip();
        return PhoneReading.digitsOf(written)
                .orElseThrow(() -> new BodyRefusedException(
                        "phone", Quoted.text(phone) + " is no number with its country code, like +17275551212."));
    }

    private static String bare(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
