package org.switchroom.web.api.json;

import java.util.OptionalInt;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;

/** Endpoints and allowed contexts as JSON. */
public final class EndpointJson {
    private EndpointJson() {}

    public static void write(Endpoint endpoint, JsonFields json) {
        Technology technology = endpoint.technology();
        OptionalInt limit = endpoint.maxOriginatesPerSecond();
        json.field("server_name", endpoint.serverName())
                .field("technology", technology == null ? null : technology.spelling())
                .field("name", endpoint.name())
                .field("kind", endpoint.kind())
                .field("digits_pattern", endpoint.digitsPattern().orElse(null))
                .field("max_originates_per_second", boxed(limit))
                .field("enabled", endpoint.enabled());
    }

    public static void write(AllowedContext context, JsonFields json) {
        json.field("id", context.id())
                .field("server_name", context.serverName())
                .field("context", context.context())
                .field("exten_pattern", context.extenPattern());
    }

    private static Integer boxed(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }
}
