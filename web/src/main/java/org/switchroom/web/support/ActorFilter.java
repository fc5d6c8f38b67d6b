package org.switchroom.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.Actor;

/** Says whose the request of a page is, so that what it does is remembered under that name. */
@WebFilter(urlPatterns = "*.xhtml", dispatcherTypes = DispatcherType.REQUEST)
public class ActorFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String NOBODY = "-";

    @Inject
    private transient CurrentActor current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        current.become(actor(request));
        chain.doFilter(request, response);
    }

    /** Who has not signed in has no name. */
    private static Actor actor(HttpServletRequest request) {
        String name = Optional.ofNullable(request.getRemoteUser()).orElse(NOBODY);
        return new Actor(name, Actor.Way.PAGE, Optional.ofNullable(request.getRemoteAddr()));
    }
}
