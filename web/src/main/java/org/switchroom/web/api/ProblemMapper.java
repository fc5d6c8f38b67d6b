package org.switchroom.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns whatever was thrown into a problem document. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public Response toResponse(Throwable thrown) {
        return thrown instanceof WebApplicationException e ? fromJaxRs(e) : answer(Problems.of(thrown));
    }

    /** The answer that says this problem. */
    static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).entity(problem.json()).type(Problem.MEDIA_TYPE);
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    /** What JAX-RS itself refused: no such path, method, or media type. Its headers (Allow) stay. */
    private static Response fromJaxRs(WebApplicationException e) {
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            return answer(Problems.of(e));
        }
        Problem problem = Problem.of(status, JaxRsProblem.id(status), JaxRsProblem.detail(status));
        Response.ResponseBuilder answer =
                Response.status(status).entity(problem.json()).type(Problem.MEDIA_TYPE);
        Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }
}
