package org.switchroom.web.push.feed;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.switchroom.channel.control.ChannelsChanged;
import org.switchroom.common.Clock;
import org.switchroom.queue.control.ActionsChanged;

/**
 * The feed of this node's changes. Whoever changes a row only leaves its id here, after the commit; reading and sending are done by other
 * threads.
 */
@ApplicationScoped
public class ChangeFeed {
    static final int REMEMBERED = 10_000;
    static final int MOST_READERS = 500;
    /**
     * Its own: the server's common executor has four on two cores, and a hundred slow readers there would keep the queue from sending; it
     * also writes an error for each task that it refuses while it stops.
     */
    private static final int THREADS = 2;

    /** What changes meanwhile is told together: with a hundred readers each waking of all costs more than a message. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(30);

    @Inject
    private RowSource rows;

    @Inject
    private Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private final Set<FeedReader> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean waking = new AtomicBoolean();
    private ScheduledThreadPoolExecutor executor;
    private FeedCourse course;

    @PostConstruct
    void start() {
        String boot = Long.toString(clock.now().toEpochMilli(), Character.MAX_RADIX);
        executor = new ScheduledThreadPoolExecutor(THREADS, threads);
        course = new FeedCourse(boot, REMEMBERED, rows::read, clock::monotonicNanos);
        long period = HEARTBEAT.toMillis();
        executor.scheduleAtFixedRate(this::heartbeat, period, period, TimeUnit.MILLISECONDS);
    }

    /** Changes are numbered from the start, so that a reader can resume over a time when nobody listened. */
    void startWithApplication(@Observes @Initialized(ApplicationScoped.class) Object started) {
        course.head();
    }

    @PreDestroy
    void stop() {
        readers.forEach(FeedReader::close);
        executor.shutdownNow();
    }

    /**
     * Begins to tell a reader what changes from now on.
     *
     * @param last position of the last event that it had, if it resumes
     * @return whether there was room for it
     */
    public boolean follow(FeedFilter filter, Optional<String> last, FeedSink sink) {
        if (readers.size() >= MOST_READERS) {
            return false;
        }
        FeedReader reader = new FeedReader(course, filter, sink, executor, last);
        readers.add(reader);
        reader.wake();
        return true;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ActionsChanged actions) {
        tell(actions.ids().stream().map(ChangeKey::action).toList());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChannelsChanged channels) {
        List<ChangeKey> keys = new ArrayList<>();
        for (String server : channels.serverNames()) {
            channels.uniqueids().forEach(uniqueid -> keys.add(ChangeKey.channel(server, uniqueid)));
        }
        tell(keys);
    }

    private void tell(Collection<ChangeKey> keys) {
        course.add(keys);
        if (!readers.isEmpty() && waking.compareAndSet(false, true)) {
            try {
                executor.schedule(this::wakeReaders, GATHER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                waking.set(false); // the server is going down
            }
        }
    }

    private void wakeReaders() {
        waking.set(false); // before they look, so that a change that comes now wakes them again
        readers.forEach(FeedReader::wake);
    }

    private void heartbeat() {
        readers.removeIf(FeedReader::isClosed);
        readers.forEach(reader -> reader.heartbeat(clock.monotonicNanos(), LONGEST_SEND.toNanos()));
    }
}
