package org.switchroom.channel.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.switchroom.channel.control.ChannelLog;
import org.switchroom.channel.control.ChannelPoller;
import org.switchroom.channel.control.UnwatchedChannels;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.Tick;

/** Polls each server's channels 120 times a minute. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "AmiResources"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelPollerTimer {
    private static final long EVERY_MILLIS = 500;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService executor;

    private Tick tick;

    @Inject
    private ChannelPoller poller;

    @Inject
    private UnwatchedChannels unwatched;

    @PostConstruct
    void start() {
        tick = new Tick(executor, this::work);
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("channel poller", false));
    }

    @Timeout
    void tick() {
        tick.start();
    }

    private void work() {
        poller.poll();
        try {
            unwatched.clear();
        } catch (DatabaseException e) {
            ChannelLog.LOG.debug("Channels that nobody watches were not cleared", e);
        }
    }
}
