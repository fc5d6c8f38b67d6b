package org.switchroom.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.user.boundary.Sessions;
import org.switchroom.user.control.KnownTokens;
import org.switchroom.user.entity.SessionsEnded;

/**
 * The sessions of this node. The database says which of them may go on: it is asked for each at most once in two seconds, and while it is
 * out of reach what it said last holds. One that was ended elsewhere loses its open pages too.
 */
@ApplicationScoped
public class LiveSessions {
    private record Live(HttpSession session, Instant good) {}

    private final Map<Long, Live> live = new ConcurrentHashMap<>();

    @Inject
    private Sessions sessions;

    @Inject
    private DatabaseTime time;

    public void begun(long id, HttpSession session) {
        live.put(id, new Live(session, time.now()));
    }

    /** Whether this session may go on. */
    public boolean isOpen(long id) {
        Live known = live.get(id);
        if (known == null) {
            return false;
        }
        Instant now = time.now();
        if (now.isBefore(known.good().plus(KnownTokens.GOOD_FOR)) && !now.isBefore(known.good())) {
            return true;
        }
        return ask(id, known, now);
    }

    private boolean ask(long id, Live known, Instant now) {
        try {
            boolean open = sessions.isOpen(id);
            if (open) {
                live.replace(id, known, new Live(known.session(), now));
            }
            return open;
        } catch (RuntimeException e) {
            if (DatabaseReach.isLack(e)) {
                return true;
            }
            throw e;
        }
    }

    /** The container ended one; gives whether it was known here. */
    public boolean gone(long id) {
        return live.remove(id) != null;
    }

    void ended(@Observes SessionsEnded ended) {
        ended.ids().forEach(id -> Optional.ofNullable(live.remove(id)).ifPresent(one -> invalidate(one.session())));
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // it ended by itself at the same moment
        }
    }
}
