package org.switchroom.web.api.body;

import java.util.Set;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.EndpointKind;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.endpoint.entity.Technology;

/** An endpoint or an allowed context that an administrator puts. */
public final class EndpointBody {
    private static final Set<String> FIELDS =
            Set.of("technology", "kind", "digits_pattern", "max_originates_per_second", "enabled");
    private static final Set<String> CONTEXT_FIELDS = Set.of("exten_pattern");

    private EndpointBody() {}

    /**
     * @throws BodyRefusedException if the body can't be read
     * @throws InvalidEndpointException if there can't be such an endpoint
     */
    public static Endpoint read(String serverName, String name, String text) {
        JsonBody body = JsonBody.read(text, FIELDS);
        Technology technology = Technology.spelled(body.needString("technology"))
                .orElseThrow(() -> new BodyRefusedException("technology", "This must be PJSIP, IAX2 or DAHDI."));
        EndpointKind kind = EndpointKind.spelled(body.needString("kind"))
                .orElseThrow(() -> new BodyRefusedException("kind", "This must be TRUNK or PHONE."));
        String digits = body.string("digits_pattern").orElse(null);
        if (kind == EndpointKind.PHONE && digits != null) {
            throw new InvalidEndpointException("digits_pattern", "only a trunk has digits");
        }
        Endpoint endpoint = kind == EndpointKind.TRUNK
                ? Endpoint.trunk(serverName, technology, name, digits)
                : Endpoint.phone(serverName, technology, name);
        body.wholeNumber("max_originates_per_second").ifPresent(endpoint::limitOriginates);
        if (!body.truth("enabled").orElse(true)) {
            endpoint.disable();
        }
        return endpoint;
    }

    /**
     * @throws BodyRefusedException if the body can't be read
     * @throws InvalidEndpointException if there can't be such a context
     */
    public static AllowedContext readContext(String serverName, String context, String text) {
        return new AllowedContext(
                serverName, context, JsonBody.read(text, CONTEXT_FIELDS).needString("exten_pattern"));
    }
}
