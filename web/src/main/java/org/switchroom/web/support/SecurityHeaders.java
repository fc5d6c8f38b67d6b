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

/**
 * Headers that every answer carries. Pages get the rest of their content policy, with the nonce, from PrimeFaces; browsers enforce
 * both. Posts that another site sent are refused here.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

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
            if ("POST".equals(request.getMethod()) && !isOwnPost(request)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Our pages post from our own site and say with which nonce they were drawn; only the sign-in has no script that would. */
    private static boolean isOwnPost(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding("UTF-8");
        return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && ("/sign-in.xhtml".equals(request.getServletPath())
                        || request.getParameter("primefaces.nonce") != null);
    }

    private static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    }
}
