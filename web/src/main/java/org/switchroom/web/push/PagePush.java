package org.switchroom.web.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.event.WebsocketEvent.Opened;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.switchroom.campaign.control.CampaignsChanged;
import org.switchroom.channel.control.ChannelsChanged;
import org.switchroom.lead.control.LeadsChanged;
import org.switchroom.lead.control.LoadProgressed;
import org.switchroom.monitoring.control.AuditDone;
import org.switchroom.monitoring.control.DatabaseReached;
import org.switchroom.queue.control.ActionsChanged;
import org.switchroom.server.control.ServersChanged;

/** Sends each topic at most four times a second, however often it changes; a change is never lost, only told together with others. */
@ApplicationScoped
public class PagePush {
    static final long PAUSE_MILLIS = 250;

    /** Asked for where it is used: Faces makes it only where its own scopes are, which is not so in a REST request. */
    @Inject
    @Push(channel = "live")
    private Instance<PushContext> live;

    @Resource
    private ManagedThreadFactory threads;

    /** Its own: the server's writes an error for each task that it refuses while it stops. */
    private ScheduledThreadPoolExecutor timer;

    private final Map<Topic, Boolean> waiting = new ConcurrentHashMap<>();

    @PostConstruct
    void start() {
        timer = new ScheduledThreadPoolExecutor(1, threads, new ScheduledThreadPoolExecutor.DiscardPolicy());
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /** Tells all open pages soon. Returns at once, whatever the sockets do. */
    public void tell(Topic topic) {
        if (waiting.putIfAbsent(topic, Boolean.TRUE) == null) {
            timer.schedule(() -> send(topic), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tells the pages of this session that it has ended, so that they close their sockets and leave. */
    public void end(long session) {
        live.get().send("ENDED " + session);
    }

    void greet(@Observes @Opened WebsocketEvent opened) {
        tell(Topic.HELLO);
    }

    void actions(@Observes(during = TransactionPhase.AFTER_SUCCESS) ActionsChanged changed) {
        tell(Topic.QUEUE);
    }

    void channels(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChannelsChanged changed) {
        tell(Topic.CHANNELS);
    }

    void servers(@Observes(during = TransactionPhase.AFTER_SUCCESS) ServersChanged changed) {
        tell(Topic.SERVERS);
    }

    void audit(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditDone done) {
        tell(Topic.AUDIT);
    }

    void leads(@Observes(during = TransactionPhase.AFTER_SUCCESS) LeadsChanged changed) {
        tell(Topic.LEADS);
    }

    void campaigns(@Observes(during = TransactionPhase.AFTER_SUCCESS) CampaignsChanged changed) {
        tell(Topic.CAMPAIGNS);
    }

    void loads(@Observes(during = TransactionPhase.AFTER_SUCCESS) LoadProgressed progressed) {
        tell(Topic.LOADS);
    }

    void database(@Observes(during = TransactionPhase.AFTER_SUCCESS) DatabaseReached database) {
        tell(Topic.AUDIT);
    }

    private void send(Topic topic) {
        waiting.remove(topic); // before the message, so that a change that comes now is told again
        live.get().send(topic.name());
    }
}
