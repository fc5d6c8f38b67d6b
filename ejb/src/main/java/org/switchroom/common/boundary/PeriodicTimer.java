package org.switchroom.common.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import org.switchroom.common.Clock;
import org.switchroom.common.control.Cadence;
import org.switchroom.common.control.CommonLog;
import org.switchroom.common.control.Tick;

/**
 * An interval timer of the container whose work runs on an executor, a tick at a time. The timer is begun again when the wall clock jumped
 * or its ticks don't come. Who looks after that comes in through the bean's own view, where timers may be made.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class PeriodicTimer {
    @Resource
    private SessionContext context;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private TimerWatch watch;

    @Inject
    private Clock clock;

    private final String name;
    private final Duration period;
    private Tick tick;
    private Cadence cadence;
    private Future<?> looks;

    /** @param name what the log and the server's console call it */
    protected PeriodicTimer(String name, Duration period) {
        this.name = name;
        this.period = period;
    }

    /** What a tick does; never two at a time. Handles its own errors. */
    protected abstract void work();

    /** Whether a tick has anything to do; asked on the timer's thread, so it is quick and waits for nothing. */
    protected boolean isDue() {
        return true;
    }

    /** For the bean's start. */
    protected final void begin() {
        tick = new Tick(executor, this::work);
        cadence = new Cadence(clock, period);
        create();
        PeriodicTimer self = context.getBusinessObject(getClass());
        looks = watch.watch(() -> look(self));
    }

    /** For the bean's end; the container ends the timer itself. */
    protected final void end() {
        looks.cancel(false);
    }

    @Timeout
    void timeout() {
        if (cadence.ticked()) {
            beginAgain();
        }
        if (isDue()) {
            tick.start();
        }
    }

    /** Begins the timer again if it stands still; for {@link TimerWatch} only. */
    public void beginAgainIfItStands() {
        if (cadence.stands()) {
            beginAgain();
        }
    }

    private synchronized void beginAgain() {
        timers.getTimers().forEach(Timer::cancel);
        create();
        CommonLog.LOG.timerBegunAgain(name);
    }

    private void create() {
        cadence.begun();
        timers.createIntervalTimer(period.toMillis(), period.toMillis(), new TimerConfig(name, false));
    }

    private void look(PeriodicTimer self) {
        try {
            self.beginAgainIfItStands();
        } catch (RuntimeException e) {
            CommonLog.LOG.timerNotLookedAt(name, e);
        }
    }
}
