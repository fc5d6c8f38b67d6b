package org.switchroom.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.switchroom.user.boundary.SignIn;
import org.switchroom.web.support.SignInTarget;

/** Signs in and out. Says nothing about which part of a wrong sign-in is wrong. */
@Named("signIn")
@RequestScoped
public class SignInBacking {
    @Inject
    private HttpServletRequest request;

    @Inject
    private SignIn tries;

    private String userName;
    private String password;
    private String from;

    /** Leads to the page that was asked for; a refused try comes back by a redirect, so that no password is ever sent again by reloading. */
    public void signIn() throws IOException {
        String target = SignInTarget.asked(from);
        boolean in = isAllowedIn(normalized(userName), normalized(password));
        leaveTo(in ? target : "/sign-in.xhtml?refused&from=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    private boolean isAllowedIn(String name, String secret) {
        if (!tries.mayTry(name)) {
            return false;
        }
        try {
            if (request.getUserPrincipal() != null) {
                request.logout();
            }
            request.login(name, secret);
            request.changeSessionId();
            tries.succeeded(name);
            return true;
        } catch (ServletException e) {
            tries.failed(name);
            return false;
        }
    }

    public void signOut() throws IOException, ServletException {
        request.logout();
        request.getSession().invalidate();
        leaveTo("/sign-in.xhtml");
    }

    /** The same letters in one form, whatever keyboard typed them; nothing is folded together. */
    private static String normalized(String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void leaveTo(String path) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + path);
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from == null ? request.getParameter("from") : from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
