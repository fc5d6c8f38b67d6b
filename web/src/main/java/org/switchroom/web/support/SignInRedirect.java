package org.switchroom.web.support;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the container forwards to the sign-in page, sends the browser there instead, with the page that was asked for; also out of a script's request. */
@WebFilter(urlPatterns = "/sign-in.xhtml", dispatcherTypes = DispatcherType.FORWARD)
public class SignInRedirect extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        send(request, response, SignInTarget.asked(original(request)), "");
    }

    /**
     * Sends a browser to the sign-in.
     *
     * @param target page that is opened afterwards
     * @param why more parameters of the address
     */
    static void send(HttpServletRequest request, HttpServletResponse response, String target, String why)
            throws IOException {
        String address = request.getContextPath() + "/sign-in.xhtml?from="
                + URLEncoder.encode(target, StandardCharsets.UTF_8) + why;
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"")
                    .append(address.replace("&", "&amp;"))
                    .append("\"/></partial-response>");
        } else {
            response.sendRedirect(address);
        }
    }

    private static String original(HttpServletRequest request) {
        String path = (String) request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH);
        String query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null || !"GET".equals(request.getMethod()) ? path : path + "?" + query;
    }
}
