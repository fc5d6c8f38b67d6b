package org.switchroom.web.api.json;

import org.switchroom.phone.entity.Phone;
import org.switchroom.phone.entity.PhoneSettings;

/** Phones as JSON. */
public final class PhoneJson {
    private PhoneJson() {}

    public static void write(Phone phone, JsonFields json) {
        PhoneSettings settings = phone.settings();
        json.field("id", phone.getId())
                .field("owner", settings.owner())
                .field("label", settings.label())
                .field("kind", settings.kind())
                .field("technology", settings.technology().spelling())
                .field("server_name", settings.serverName())
                .field("endpoint", settings.endpoint())
                .field("extension", settings.extension())
                .field("voicemail", settings.voicemail())
                .field("caller_id_num", settings.callerIdNumber())
                .field("caller_id_name", settings.callerIdName())
                .field("enabled", settings.enabled())
                .field("preferred", phone.isPreferred())
                .field("created_at", phone.getCreatedAt())
                .field("version", phone.getVersion());
    }
}
