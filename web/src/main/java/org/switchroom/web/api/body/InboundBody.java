package org.switchroom.web.api.body;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.Setting;

/** An in-group, DID, call menu, music class or voicemail box that an administrator puts. What is not given has its default. */
public final class InboundBody {
    private static final String SETTINGS = "settings";

    private InboundBody() {}

    /** @throws BodyRefusedException if the body can't be read */
    public static InboundItem read(InboundKind kind, String id, String text) {
        Set<String> known = kind.settings().stream().map(Setting::id).collect(Collectors.toSet());
        JsonBody settings = JsonBody.read(text, Set.of(SETTINGS))
                .object(SETTINGS, known)
                .orElseThrow(() -> new BodyRefusedException(SETTINGS, "This field is needed."));
        Map<String, String> given = new HashMap<>();
        for (Setting setting : kind.settings()) {
            value(settings, setting).ifPresent(value -> given.put(setting.id(), value));
        }
        return InboundItem.of(kind, id, given);
    }

    private static Optional<String> value(JsonBody settings, Setting setting) {
        return switch (setting.shape()) {
            case NUMBER -> settings.wholeNumber(setting.id()).map(String::valueOf);
            case YES_NO -> settings.truth(setting.id()).map(String::valueOf);
            case LINES -> settings.strings(setting.id()).map(lines -> String.join("\n", lines));
            default -> settings.string(setting.id());
        };
    }
}
