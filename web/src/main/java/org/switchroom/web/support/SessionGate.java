package org.switchroom.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;

/**
 * Lets only those through whose sign-in is complete and was not ended elsewhere. Who gave the right password alone sees the page of the next
 * step and nothing else; whoever has a name by the container alone is sent back to the sign-in. Stands first in web.xml, before pages and their sockets.
 */
public class SessionGate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BY_PROVIDER = "OIDC";

    @Inject
    private transient LiveSessions live;

    @Inject
    private transient DatabaseTime time;

    @Inject
    private transient SignInCourse course;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRemoteUser() == null || isOpenToAll(request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Long> id = PageSession.id(request.getSession(false));
        if (id.isPresent() && live.isOpen(id.get())) {
            chain.doFilter(request, response);
            return;
        }
        if (id.isEmpty() && BY_PROVIDER.equals(request.getAuthType())) {
            admitByProvider(request, response, chain);
            return;
        }
        Optional<PendingSignIn> pending =
                PageSession.pending(request.getSession(false)).filter(step -> id.isEmpty() && step.isFresh(time.now()));
        if (pending.isEmpty()) {
            leave(request, response, id.isPresent());
        } else if (pending.get().page().equals(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + pending.get().page());
        }
    }

    /** The container has an identity of a provider (docs/oidc.md). */
    private void admitByProvider(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (course.admitByProvider(request.getRemoteUser())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void leave(HttpServletRequest request, HttpServletResponse response, boolean ended)
            throws IOException, ServletException {
        String target = SignInTarget.asked(request.getServletPath());
        request.logout();
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
        SignInRedirect.send(request, response, target, ended ? "&ended" : "");
    }

    /** The sign-in itself, what has no secrets, and the API, which knows no cookies. */
    private static boolean isOpenToAll(String path) {
        return path.equals("/sign-in.xhtml")
                || path.startsWith("/jakarta.faces.resource/")
                || path.startsWith("/error/")
                || path.equals("/api")
                || path.startsWith("/api/");
    }
}
