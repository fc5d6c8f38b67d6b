package org.switchroom.web.support;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Leads whoever sends a form whose page is over to the page that says so. The container would call it an error, fill its log, and draw that page with what was
 * sent. Stands last in web.xml, nearest to Faces.
 */
public class ExpiredForms extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (response.isCommitted() || !isExpired(e)) {
                throw e;
            }
            response.sendRedirect(request.getContextPath() + "/error/expired.xhtml");
        }
    }

    private static boolean isExpired(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(ViewExpiredException.class::isInstance);
    }
}
