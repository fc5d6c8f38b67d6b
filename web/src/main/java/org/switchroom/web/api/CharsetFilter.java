package org.switchroom.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** JSON is UTF-8; a body that claims to be anything else is refused and not misread. */
@Provider
@ApplicationScoped
public class CharsetFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            request.abortWith(
                    ProblemMapper.answer(Problem.of(415, "unsupported-media-type", "A body must be in UTF-8.")));
        }
    }
}
