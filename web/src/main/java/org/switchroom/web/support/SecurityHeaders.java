package org.switchroom.web.support;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Headers that every answer carries, also the page of a refusal by the container. Pages get the rest of their content policy, with the nonce, from PrimeFaces; browsers enforce
 * both. Posts that another site sent are refused here, and addresses that would be a form: only a post does anything.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class SecurityHeaders extends HttpFilter {
    /** Parameter in which a form says with which nonce its page was drawn. */
    static final String NONCE = "primefaces.nonce";

    private static final long serialVersionUID = 1L;
    private static final String AJAX = "jakarta.faces.partial.ajax";
    private static final int ALLOWED = 0;
    private static final Set<String> SAME_ORIGIN = Set.of("same-origin", "none");
    private static final Pattern NONCE_FORM = Pattern.compile("[A-Za-z0-9+/_-]{8,256}={0,2}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(
                "Content-Security-Policy",
                "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)");
        if (isPage(request)) {
            response.setHeader("Cache-Control", "no-store");
            int refusal = request.getDispatcherType() == DispatcherType.REQUEST ? refusal(request) : ALLOWED;
            if (refusal != ALLOWED) {
                response.setStatus(refusal); // no page: drawing one would read what was posted
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static int refusal(HttpServletRequest request) throws UnsupportedEncodingException {
        return switch (request.getMethod()) {
            case "POST" -> isOwnPost(request) ? ALLOWED : HttpServletResponse.SC_FORBIDDEN;
            case "GET", "HEAD" -> isFormInAnAddress(request) ? HttpServletResponse.SC_FORBIDDEN : ALLOWED;
            default -> HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        };
    }

    /** Faces would carry it out like one that is posted, and any link of another site may lead there. */
    private static boolean isFormInAnAddress(HttpServletRequest request) {
        return Stream.of(ResponseStateManager.VIEW_STATE_PARAM, AJAX, NONCE)
                        .anyMatch(name -> request.getParameter(name) != null)
                || request.getHeader("Faces-Request") != null;
    }

    /** Our pages post from our own site and say with which nonce they were drawn; only the sign-in has no script that would, and keeps no state. */
    private static boolean isOwnPost(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding("UTF-8");
        return isFromOwnSite(request)
                && ("/sign-in.xhtml".equals(request.getServletPath()) || hasNonce(request) && hasState(request));
    }

    private static boolean hasState(HttpServletRequest request) {
        return !"stateless".equals(request.getParameter(ResponseStateManager.VIEW_STATE_PARAM));
    }

    /** Whether it is the right one {@link NonceCheck} says; what is no nonce at all would break it. */
    private static boolean hasNonce(HttpServletRequest request) {
        String nonce = request.getParameter(NONCE);
        return nonce != null && NONCE_FORM.matcher(nonce).matches();
    }

    /** Browsers say it in one way over https and on the loopback, and in the other over plain http. What is no browser says nothing. */
    private static boolean isFromOwnSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return SAME_ORIGIN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(ownOrigin(request));
    }

    private static String ownOrigin(HttpServletRequest request) {
        StringBuffer address = request.getRequestURL();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }

    private static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    }
}
