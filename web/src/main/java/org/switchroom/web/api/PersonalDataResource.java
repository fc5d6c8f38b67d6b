package org.switchroom.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.phone.boundary.Phones;
import org.switchroom.phone.entity.PhoneFilter;
import org.switchroom.user.boundary.PersonalRecord;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.PersonJson;

/** All that is kept of one person who has an account. */
@Path("/v1/users/{name}/personal-data")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonalDataResource {
    @Inject
    private PersonalRecord person;

    @Inject
    private Phones phones;

    @Inject
    private DatabaseTime time;

    @GET
    @RolesAllowed(MethodRoles.ADMIN)
    public String export(@PathParam("name") String name) {
        PersonalRecord.Kept kept = person.export(name);
        return JsonFields.text(json ->
                PersonJson.write(kept, phones.list(PhoneFilter.of(name), 0, Integer.MAX_VALUE), time.now(), json));
    }

    /** The name stays where histories say who did something; it is never used again. */
    @DELETE
    @RolesAllowed(MethodRoles.ADMIN)
    public void erase(@PathParam("name") String name) {
        person.erase(name);
    }
}
