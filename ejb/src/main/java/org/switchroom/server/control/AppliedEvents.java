package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many events of each server are in the tables, counted after the commit. Safe for use by many threads. */
@ApplicationScoped
public class AppliedEvents {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchTaken batch) {
        counts.computeIfAbsent(batch.serverName(), name -> new LongAdder()).add(batch.eventCount());
    }

    /** Events applied since this node started. */
    public long count(String serverName) {
        LongAdder count = counts.get(serverName);
        return count == null ? 0 : count.sum();
    }
}
