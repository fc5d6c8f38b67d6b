package org.switchroom.web.support;

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

/**
 * Headers that every answer carries, also the page of a refusal by the container. Pages get the rest of their content policy, with the nonce, from PrimeFaces; browsers enforce
 * both. Posts that another site sent are refused here.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SAME_ORIGIN = Set.of("same-origin", "none");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/_-]{8,256}={0,2}");

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
            if (request.getDispatcherType() == DispatcherType.REQUEST
                    && "POST".equals(request.getMethod())
                    && !isOwnPost(request)) {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN); // no page: drawing one would read what was posted
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Our pages post from our own site and say with which nonce they were drawn; only the sign-in has no script that would. */
    private static boolean isOwnPost(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding("UTF-8");
        return isFromOwnSite(request) && ("/sign-in.xhtml".equals(request.getServletPath()) || hasNonce(request));
    }

    /** Whether it is the right one is for the library to judge; what is no nonce at all would break it. */
    private static boolean hasNonce(HttpServletRequest request) {
        String nonce = request.getParameter("primefaces.nonce");
        return nonce != null && NONCE.matcher(nonce).matches();
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
