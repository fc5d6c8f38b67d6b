package org.switchroom.web.api.json;

import java.time.Instant;
import java.util.List;
import org.switchroom.phone.entity.Phone;
import org.switchroom.user.boundary.PersonalRecord;

/** All that is kept of one person, as the person may have it. */
public final class PersonJson {
    private PersonJson() {}

    public static void write(PersonalRecord.Kept kept, List<Phone> phones, Instant at, JsonFields json) {
        json.field("exported_at", at)
                .object("account", account -> UserJson.write(kept.account(), account))
                .array("sessions", kept.sessions(), (session, each) -> {
                    UserJson.write(session, each);
                    each.field("ended_at", session.getEndedAt());
                })
                .array("tokens", kept.tokens(), TokenJson::write)
                .array("phones", phones, PhoneJson::write)
                .array("done", kept.done(), AuditJson::write)
                .array("about", kept.about(), AuditJson::write)
                .field("cut", kept.isCut());
    }
}
