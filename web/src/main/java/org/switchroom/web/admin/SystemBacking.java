package org.switchroom.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.monitoring.boundary.AuditBoard;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.ServerState;
import org.switchroom.web.support.Figures;
import org.switchroom.web.support.Words;

/** Health, versions and key figures of this node. */
@Named("system")
@RequestScoped
public class SystemBacking {
    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    private Figures figures;

    @Inject
    private ServerRegistry registry;

    @Inject
    private AuditBoard board;

    @Inject
    private Words words;

    private Map<String, Object> queue;

    public void refresh() {
        queue = null;
    }

    public Map<String, Object> getQueue() {
        if (queue == null) {
            queue = figures.of("Queue");
        }
        return queue;
    }

    public ActionStatus[] getStatuses() {
        return ActionStatus.values();
    }

    public Map<String, Object> getRowsByStatus() {
        return figures.map("Queue", "RowsByStatus");
    }

    public List<Map.Entry<String, Map<String, Object>>> getServers() {
        return List.copyOf(figures.servers().entrySet());
    }

    public Object channels(String server) {
        return figures.map("Channels", "Channels").get(server);
    }

    public Object drift(String server) {
        return figures.map("Channels", "Drift").get(server);
    }

    public Object pollMillis(String server) {
        return figures.map("Channels", "PollMillis").get(server);
    }

    public List<AsteriskServer> getKnown() {
        return registry.list();
    }

    public String getHealth() {
        return getTrouble().isEmpty() ? "UP" : "DOWN";
    }

    /** What is not well, in a sentence; empty if all is. */
    public String getTrouble() {
        if (getQueue().isEmpty()) {
            return words.of("system.noFigures");
        }
        String down = getKnown().stream()
                .filter(server -> server.getState() == ServerState.DOWN || server.getState() == ServerState.SUSPECT)
                .map(AsteriskServer::getName)
                .collect(Collectors.joining(", "));
        List<String> troubles = new ArrayList<>();
        if (!down.isEmpty()) {
            troubles.add(words.of("system.down", down));
        }
        if (board.findings().stream().anyMatch(Finding::isBroken)) {
            troubles.add(words.of("system.audit"));
        }
        return String.join("; ", troubles);
    }

    public long getHeapUsed() {
        return heap().getUsed() / MEGABYTE;
    }

    public long getHeapMost() {
        return heap().getMax() / MEGABYTE;
    }

    public int getThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    public Instant getStartedAt() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    public String getJava() {
        return Runtime.version().toString();
    }

    private static MemoryUsage heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }
}
