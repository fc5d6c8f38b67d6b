package org.switchroom.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** The description of the API for tools; it holds nothing that is not in the source, so everybody may read it. */
@Path(OpenApiResource.PATH)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {
    static final String PATH = "/v1/openapi.json";

    @GET
    @PermitAll
    public byte[] read() throws IOException {
        try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return document.readAllBytes();
        }
    }
}
