package org.switchroom.monitoring.control;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.common.control.DatabaseProblem;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/** The figures of the MXBeans for Prometheus; each name begins with {@code switchroom_}. Refreshed by a timer, one thread at a time. */
@ApplicationScoped
public class Meters {
    private static final Map<String, ToDoubleFunction<AmiServerStatistics>> OF_CONNECTION = new LinkedHashMap<>();

    static {
        OF_CONNECTION.put("ami.pool.in.use", AmiServerStatistics::getPoolInUseCount);
        OF_CONNECTION.put("ami.pool.idle", AmiServerStatistics::getPoolIdleCount);
        OF_CONNECTION.put("ami.pool.waiting", AmiServerStatistics::getPoolWaitingCount);
        OF_CONNECTION.put("ami.actions.sent", AmiServerStatistics::getActionsSentCount);
        OF_CONNECTION.put("ami.actions.in.flight", AmiServerStatistics::getActionsInFlightCount);
        OF_CONNECTION.put("ami.actions.failed", AmiServerStatistics::getActionsFailedCount);
        OF_CONNECTION.put("ami.round.trip.millis", AmiServerStatistics::getMeanRoundTripMillis);
        OF_CONNECTION.put("ami.events.in", AmiServerStatistics::getEventsInCount);
        OF_CONNECTION.put("ami.event.lag.millis", AmiServerStatistics::getLagMillis);
        OF_CONNECTION.put("ami.events.buffered", AmiServerStatistics::getBufferedCount);
        OF_CONNECTION.put("ami.gaps", AmiServerStatistics::getGapCount);
        OF_CONNECTION.put("ami.events.dropped", AmiServerStatistics::getDroppedEventsCount);
        OF_CONNECTION.put("ami.events.spilled", AmiServerStatistics::getSpilledCount);
        OF_CONNECTION.put("ami.events.spilled.bytes", AmiServerStatistics::getSpilledBytes);
        OF_CONNECTION.put("ami.events.spilled.total", AmiServerStatistics::getSpilledTotalCount);
        OF_CONNECTION.put("ami.signals.delivered", AmiServerStatistics::getDeliveredCount);
        OF_CONNECTION.put("ami.ping.millis", AmiServerStatistics::getPingMillis);
        OF_CONNECTION.put("ami.ping.max.millis", AmiServerStatistics::getMaxPingMillis);
        OF_CONNECTION.put("ami.silent.millis", AmiServerStatistics::getSilentMillis);
        OF_CONNECTION.put("ami.pauses", AmiServerStatistics::getPausesCount);
        OF_CONNECTION.put("ami.pause.longest.millis", AmiServerStatistics::getLongestPauseMillis);
        OF_CONNECTION.put("ami.event.delay.millis", AmiServerStatistics::getEventDelayMillis);
        OF_CONNECTION.put("ami.reconnects", AmiServerStatistics::getReconnectsCount);
    }

    private final Map<String, Map<String, Number>> values = new ConcurrentHashMap<>();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    @Inject
    private MeterRegistry registry;

    @Inject
    private QueueFigures queue;

    @Inject
    private ChannelFigures channels;

    @Inject
    private AuditFigures audit;

    @Inject
    private GuardFigures guard;

    @Inject
    private ServerDirectory directory;

    @Inject
    private AmiEventStreams streams;

    /** Registers what has no server. */
    public void register() {
        registry.gauge("switchroom.queue.oldest.waiting.millis", queue, QueueFigures::getOldestWaitingMillis);
        registry.gauge("switchroom.queue.written", queue, QueueFigures::getWrittenCount);
        registry.gauge("switchroom.queue.delay.millis.p50", queue, QueueFigures::getDelayMillisP50);
        registry.gauge("switchroom.queue.delay.millis.p99", queue, QueueFigures::getDelayMillisP99);
        registry.gauge("switchroom.audit.broken", audit, AuditFigures::getBrokenCount);
        registry.gauge("switchroom.audit.unknown", audit, AuditFigures::getUnknownCount);
        registry.gauge("switchroom.audit.age.millis", audit, AuditFigures::getAgeMillis);
        registry.gauge("switchroom.queue.outcomes.unstored", queue, QueueFigures::getUnstoredOutcomes);
        registry.gauge("switchroom.guard.enforced", guard, now -> now.isEnforced() ? 1 : 0);
        registry.gauge("switchroom.guard.calls.concurrent", guard, GuardFigures::getConcurrentCalls);
        registry.gauge("switchroom.guard.calls.day", guard, GuardFigures::getCallsToday);
        registry.gauge("switchroom.guard.spend.day", guard, GuardFigures::getSpendToday);
        registry.gauge("switchroom.guard.countries.new", guard, GuardFigures::getNewCountryCount);
        registry.gauge("switchroom.guard.cap.reached", guard, now -> now.isCapReached() ? 1 : 0);
        for (DatabaseProblem problem : DatabaseProblem.values()) {
            registry.gauge(
                    "switchroom.database.problems",
                    Tags.of("problem", problem.name()),
                    problem,
                    DatabaseProblem::count);
        }
    }

    /** Brings the figures per status and per server up to date; servers come and go. */
    public void refresh() {
        show("audit.offenders", "invariant", audit.byInvariant());
        show("guard.refused", "reason", guard.getRefused());
        show("queue.rows", "status", queue.getRowsByStatus());
        show("channels", "server", channels.getChannels());
        show("channels.drift", "server", channels.getDrift());
        show("channels.poll.millis", "server", channels.getPollMillis());
        show("server.up", "server", byServer(server -> server.isUp() ? 1 : 0));
        OF_CONNECTION.forEach((name, figure) -> show(name, "server", ofConnections(figure)));
    }

    private Map<String, Double> ofConnections(ToDoubleFunction<AmiServerStatistics> figure) {
        return byServer(server ->
                streams.statistics(server.name()).map(figure::applyAsDouble).orElse(0.0));
    }

    private <N extends Number> Map<String, N> byServer(Function<ServerFacts, N> figure) {
        Map<String, N> figures = new LinkedHashMap<>();
        directory.all().forEach(server -> figures.put(server.name(), figure.apply(server)));
        return figures;
    }

    /** Each figure is registered once and reads its latest value; one of a server that is gone is not a number. */
    private void show(String name, String tag, Map<String, ? extends Number> figures) {
        Map<String, Number> latest = values.computeIfAbsent(name, key -> new ConcurrentHashMap<>());
        latest.keySet().retainAll(figures.keySet());
        latest.putAll(figures);
        for (String key : figures.keySet()) {
            if (registered.add(name + '/' + key)) {
                registry.gauge("switchroom." + name, Tags.of(tag, key), latest, now -> valueOf(now.get(key)));
            }
        }
    }

    private static double valueOf(Number figure) {
        return figure == null ? Double.NaN : figure.doubleValue();
    }
}
