package org.switchroom.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import org.switchroom.user.boundary.SessionTimer;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.user.boundary.SignIn;
import org.switchroom.user.control.TokenSecret;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.web.support.LiveSessions;
import org.switchroom.web.support.PageSession;
import org.switchroom.web.support.SignInTarget;

/** Signs in and out. Says nothing about which part of a wrong sign-in is wrong. */
@Named("signIn")
@RequestScoped
public class SignInBacking {
    @Inject
    private HttpServletRequest request;

    @Inject
    private SignIn tries;

    @Inject
    private Sessions sessions;

    @Inject
    private LiveSessions live;

    private String userName;
    private String password;
    private String from;

    /** Leads to the page that was asked for; a refused try comes back by a redirect, so that no password is ever sent again by reloading. */
    public void signIn() throws IOException {
        String target = SignInTarget.asked(from);
        boolean in = isAllowedIn(normalized(userName).strip(), normalized(password));
        leaveTo(in ? target : "/sign-in.xhtml?refused&from=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    private boolean isAllowedIn(String name, String secret) {
        if (!tries.mayTry(name)) {
            return false;
        }
        try {
            if (request.getUserPrincipal() != null) {
                leaveSession();
            }
            request.login(name, secret);
            request.changeSessionId();
            tries.succeeded(name);
            begin(name);
            return true;
        } catch (ServletException e) {
            tries.failed(name);
            return false;
        }
    }

    private void begin(String name) {
        HttpSession session = request.getSession();
        SessionOrigin origin = new SessionOrigin(
                TokenSecret.hash(session.getId()),
                SessionTimer.node(),
                Optional.ofNullable(request.getRemoteAddr()),
                Optional.ofNullable(request.getHeader("User-Agent")));
        long id = sessions.begin(name, origin);
        live.begun(id, session);
        PageSession.begun(session, id);
    }

    public void signOut() throws IOException, ServletException {
        leaveSession();
        leaveTo("/sign-in.xhtml");
    }

    /** Ends what the request belongs to: in the list, for the container, and with all that it held. */
    private void leaveSession() throws ServletException {
        String name = request.getRemoteUser();
        HttpSession session = request.getSession(false);
        PageSession.id(session)
                .filter(live::gone)
                .ifPresent(id -> sessions.end(id, name == null ? "-" : name, Optional.empty()));
        request.logout();
        if (session != null) {
            session.invalidate();
        }
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
