package org.switchroom.web.support;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** What the container's session says of a sign-in: the number under which it is known, once all that was asked for is done. */
public final class PageSession {
    private static final String ID = PageSession.class.getName();
    private static final String PENDING = PendingSignIn.class.getName();
    private static final String KEY = PageSession.class.getName() + ".key";

    private PageSession() {}

    /** The sign-in is complete. */
    public static void begun(HttpSession session, long id) {
        session.setAttribute(ID, id);
    }

    /** Empty while somebody is still signing in. */
    public static Optional<Long> id(HttpSession session) {
        return Optional.ofNullable(session).map(present -> (Long) present.getAttribute(ID));
    }

    /** What somebody who is still signing in stands at. */
    public static Optional<PendingSignIn> pending(HttpSession session) {
        return Optional.ofNullable(session).map(present -> (PendingSignIn) present.getAttribute(PENDING));
    }

    /** @param pending empty once all is done */
    static void pending(HttpSession session, Optional<PendingSignIn> pending) {
        pending.ifPresentOrElse(step -> session.setAttribute(PENDING, step), () -> session.removeAttribute(PENDING));
    }

    /** The key of an authenticator that is just being set up. */
    public static Optional<String> key(HttpSession session) {
        return Optional.ofNullable(session).map(present -> (String) present.getAttribute(KEY));
    }

    /** @param key empty once it is set up */
    public static void key(HttpSession session, Optional<String> key) {
        key.ifPresentOrElse(text -> session.setAttribute(KEY, text), () -> session.removeAttribute(KEY));
    }
}
