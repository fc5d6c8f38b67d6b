package org.switchroom.endpoint.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.switchroom.common.Clock;
import org.switchroom.endpoint.control.DialPlanSnapshot;

/**
 * The plan in force on this node. Reading never touches the database. A timer calls {@link #refresh()} as often as it likes: the tables
 * are looked at again at once after a change through {@link EndpointDirectory} and every 2 seconds otherwise, because an administrator may
 * insert rows by SQL.
 */
@ApplicationScoped
public class DialPlan {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private record Loaded(DialPlanSnapshot plan, String fingerprint, long lookedAtNanos) {}

    private final AtomicReference<Loaded> loaded = new AtomicReference<>();
    private volatile boolean changed;

    private final EndpointDirectory directory;
    private final Clock clock;

    @Inject
    public DialPlan(EndpointDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected DialPlan() {
        this(null, null);
    }

    /** Loads the plan before anybody reads it. */
    @PostConstruct
    public void load() {
        refreshNow();
    }

    /** The plan in force. */
    public DialPlanSnapshot current() {
        return loaded.get().plan();
    }

    /** Looks at the tables if it is time; cheap if it is not. */
    public void refresh() {
        long age = clock.monotonicNanos() - loaded.get().lookedAtNanos();
        if (changed || age >= LOOK_EVERY.toNanos()) {
            refreshNow();
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DialPlanChanged event) {
        changed = true;
    }

    private void refreshNow() {
        changed = false;
        long now = clock.monotonicNanos();
        String fingerprint = directory.fingerprint();
        Loaded before = loaded.get();
        boolean same = before != null && before.fingerprint().equals(fingerprint);
        loaded.set(new Loaded(same ? before.plan() : directory.snapshot(), fingerprint, now));
    }
}
