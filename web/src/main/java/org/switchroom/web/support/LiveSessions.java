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
import org.switchroom.web.push.PagePush;

/**
 * The sessions of this node. The database says which of them may go on: it is asked for each at most once in two seconds, and while it is
 * out of reach what it said last holds. One that was ended elsewhere loses its open pages too.
 */
@ApplicationScoped
public class LiveSessions {
    private record Live(HttpSession session, Instant good) {}

    /** So many times a page may be told before its session is taken away. */
    private static final int PATIENCE = 4;

    private final Map<Long, Live> live = new ConcurrentHashMap<>();
    private final Map<Long, Integer> told = new ConcurrentHashMap<>();

    @Inject
    private Sessions sessions;

    @Inject
    private DatabaseTime time;

    @Inject
    private PagePush push;

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
        told.remove(id);
        return live.remove(id) != null;
    }

    /** Its pages are told first and leave by themselves; whatever is still there some seconds later is taken away. */
    void ended(@Observes SessionsEnded ended) {
        ended.ids().forEach(id -> Optional.ofNullable(live.get(id)).ifPresent(one -> end(id, one)));
    }

    private void end(long id, Live one) {
        live.replace(id, one, new Live(one.session(), Instant.EPOCH));
        int times = told.merge(id, 1, Integer::sum);
        if (times == 1) {
            push.end(id);
        } else if (times > PATIENCE && gone(id)) {
            invalidate(one.session());
        }
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // it ended by itself at the same moment
        }
    }
}
