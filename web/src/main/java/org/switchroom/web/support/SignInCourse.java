package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.user.boundary.SignIn;
import org.switchroom.user.boundary.SignInTries;
import org.switchroom.user.control.TokenSecret;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.user.entity.SignInStep;
import org.switchroom.user.entity.UserAccount;

/** The way from a right password to an open session, step by step, and out again. */
@RequestScoped
public class SignInCourse {
    @Inject
    private Accounts accounts;

    @Inject
    private SignIn signIn;

    @Inject
    private SignInTries addresses;

    @Inject
    private Sessions sessions;

    @Inject
    private LiveSessions live;

    @Inject
    private DatabaseTime time;

    @Inject
    private HttpServletRequest request;

    /** Whether this account may try from where the request came. */
    public boolean mayTry(String name) {
        return address().map(addresses::mayTry).orElse(true) && signIn.mayTry(name);
    }

    /** A password or a code was wrong. */
    public void failed(String name) {
        signIn.failed(name, address());
        address().ifPresent(addresses::failed);
    }

    /** Opens the page of the next step, or the target if there is none. */
    public void goOn(String name, boolean codeGiven, String target) throws IOException {
        HttpSession session = request.getSession();
        Optional<PendingSignIn> next =
                signIn.next(name, codeGiven).map(step -> new PendingSignIn(name, step, codeGiven, target, time.now()));
        PageSession.pending(session, next);
        if (next.isEmpty()) {
            begin(name, session);
        }
        leaveTo(next.map(PendingSignIn::page).orElse(target));
    }

    /** Whoever an identity provider vouches for is in without a step more, if there is an account of this name. */
    public boolean admitByProvider(String name) {
        boolean known = accounts.find(name).filter(UserAccount::isEnabled).isPresent();
        if (known) {
            begin(name, request.getSession());
        }
        return known;
    }

    private void begin(String name, HttpSession session) {
        signIn.succeeded(name);
        request.changeSessionId();
        SessionOrigin origin = new SessionOrigin(
                TokenSecret.hash(session.getId()),
                SessionOrigin.thisNode(),
                address(),
                Optional.ofNullable(request.getHeader("User-Agent")));
        long id = sessions.begin(name, origin);
        live.begun(id, session);
        PageSession.begun(session, id);
    }

    /** What somebody stands at; empty if it is something else. */
    public Optional<PendingSignIn> at(SignInStep step) {
        return PageSession.pending(request.getSession(false)).filter(pending -> pending.step() == step);
    }

    /** Back to the beginning, with nothing that the session held. */
    public void refuse(String target) throws IOException, ServletException {
        end();
        leaveTo("/sign-in.xhtml?refused&from=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    /** Ends what the request belongs to: in the list, for the container, and with all that it held. */
    public void end() throws ServletException {
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

    public void leaveTo(String path) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + path);
    }

    private Optional<String> address() {
        return Optional.ofNullable(request.getRemoteAddr());
    }
}
