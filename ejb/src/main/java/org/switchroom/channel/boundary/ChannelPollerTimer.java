package org.switchroom.channel.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.switchroom.channel.control.ChannelLog;
import org.switchroom.channel.control.ChannelPoller;
import org.switchroom.channel.control.UnwatchedChannels;
import org.switchroom.common.boundary.PeriodicTimer;
import org.switchroom.common.control.DatabaseException;

/** Polls each server's channels 120 times a minute. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "AmiResources"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelPollerTimer extends PeriodicTimer {
    private static final Duration PERIOD = Duration.ofMillis(500);

    @Inject
    private ChannelPoller poller;

    @Inject
    private UnwatchedChannels unwatched;

    public ChannelPollerTimer() {
        super("channel poller", PERIOD);
    }

    @PostConstruct
    void start() {
        begin();
    }

    @Override
    protected void work() {
        poller.poll();
        try {
            unwatched.clear();
        } catch (DatabaseException e) {
            ChannelLog.LOG.debug("Channels that nobody watches were not cleared", e);
        }
    }

    @PreDestroy
    void stop() {
        end();
    }
}
