package org.switchroom.web.api.body;

import java.util.Arrays;
import java.util.Set;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.phone.entity.PhoneKind;
import org.switchroom.phone.entity.PhoneSettings;

/** A phone that an administrator sends. */
public final class PhoneBody {
    private static final Set<String> SETTINGS = Set.of(
            "owner",
            "label",
            "kind",
            "technology",
            "server_name",
            "endpoint",
            "extension",
            "voicemail",
            "caller_id_num",
            "caller_id_name",
            "enabled");

    private PhoneBody() {}

    /** @throws BodyRefusedException if the body can't be read */
    public static PhoneSettings read(String text) {
        JsonBody body = JsonBody.read(text, SETTINGS);
        return new PhoneSettings(
                body.needString("owner"),
                body.needString("label"),
                kind(body.string("kind").orElse(PhoneKind.SIP.name())),
                Technology.spelled(body.string("technology").orElse(Technology.PJSIP.spelling()))
                        .orElseThrow(
                                () -> new BodyRefusedException("technology", "This must be PJSIP, IAX2 or DAHDI.")),
                body.needString("server_name"),
                body.needString("endpoint"),
                body.string("extension").orElse(null),
                body.string("voicemail").orElse(null),
                body.string("caller_id_num").orElse(null),
                body.string("caller_id_name").orElse(null),
                body.truth("enabled").orElse(true));
    }

    private static PhoneKind kind(String word) {
        return Arrays.stream(PhoneKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BodyRefusedException("kind", "This must be SIP or BROWSER."));
    }
}
