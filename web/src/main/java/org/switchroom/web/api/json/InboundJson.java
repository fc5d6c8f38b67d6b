package org.switchroom.web.api.json;

import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.Setting;

/** In-groups, DIDs, call menus, music classes and voicemail boxes as JSON. */
public final class InboundJson {
    private InboundJson() {}

    public static void write(InboundItem item, JsonFields json) {
        json.field("kind", item.kind())
                .field("id", item.id())
                .field("version", item.version())
                .field("changed_at", item.changedAt())
                .field("changed_by", item.changedBy())
                .object(
                        "settings",
                        settings -> item.kind()
                                .settings()
                                .forEach(setting -> write(setting, item.value(setting.id()), settings)));
    }

    private static void write(Setting setting, String value, JsonFields json) {
        switch (setting.shape()) {
            case NUMBER -> json.field(setting.id(), Integer.valueOf(value));
            case YES_NO -> json.field(setting.id(), Boolean.parseBoolean(value));
            case LINES -> json.strings(setting.id(), Setting.lines(value));
            default -> json.field(setting.id(), value.isEmpty() ? null : value);
        }
    }
}
