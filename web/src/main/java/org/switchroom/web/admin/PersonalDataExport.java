package org.switchroom.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.Actor;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.phone.boundary.Phones;
import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneFilter;
import org.switchroom.user.boundary.PersonalRecord;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.web.api.json.JsonFields;
import org.switchroom.web.api.json.PersonJson;

/** All that is kept of one person, as a file. */
@WebServlet("/admin/user/personal-data.json")
public class PersonalDataExport extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PersonalRecord person;

    @Inject
    private transient Phones phones;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient DatabaseTime time;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        actor.become(new Actor(request.getRemoteUser(), Actor.Way.PAGE, Optional.ofNullable(request.getRemoteAddr())));
        try {
            String name = Optional.ofNullable(request.getParameter("name")).orElse("");
            PersonalRecord.Kept kept = person.export(name);
            List<Phone> own = phones.list(PhoneFilter.of(name), 0, Integer.MAX_VALUE);
            response.setContentType("application/json;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"personal-data.json\"");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(JsonFields.text(json -> PersonJson.write(kept, own, time.now(), json)));
        } catch (UnknownNameException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
