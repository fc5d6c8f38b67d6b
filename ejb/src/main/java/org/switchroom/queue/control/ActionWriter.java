package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiMalformedException;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.ValidAction;
import org.switchroom.server.control.CommandUserInUse;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.control.ServerOwnership;

/**
 * Writes claimed actions to their servers, each at most once, outside any transaction. What is thrown decides: nothing written means
 * that the row may wait for the next claim, anything else that its outcome is unknown.
 */
@ApplicationScoped
public class ActionWriter {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Map<String, Long> pausedSinceNanos = new ConcurrentHashMap<>();

    @Inject
    private ServerDirectory directory;

    @Inject
    private ServerOwnership ownership;

    @Inject
    private ActionRules rules;

    @Inject
    private AmiConnectionFactory connections;

    @Inject
    private ActionRecorder recorder;

    @Inject
    private DatabaseTime time;

    @Inject
    private SendFigures figures;

    @Inject
    private Event<CommandUserInUse> inUse;

    /** Whether a server could not be written to within the last half second. */
    boolean isPausing(String serverName, long nowNanos) {
        Long since = pausedSinceNanos.get(serverName);
        return since != null && nowNanos - since < PAUSE_NANOS;
    }

    /** Nobody wrote these and nobody will under this claim: they wait for the next. */
    void letWaitAgain(List<ClaimedAction> actions, String reason) {
        actions.forEach(action -> recorder.record(new Outcome.NotWritten(action, time.now(), reason)));
    }

    /** Writes one action; never throws. */
    void write(ClaimedAction action) {
        Instant now = time.now();
        try {
            if (!now.isBefore(action.expiresAt())) {
                recorder.record(new Outcome.Refused(action, now, true, "expired before it was sent"));
                return;
            }
            send(action, rules.admit(action));
        } catch (ActionRefusedException | AmiMalformedException e) {
            recorder.record(new Outcome.Refused(action, now, false, e.getMessage()));
        } catch (AmiNotSentException | AmiConnectException e) {
            pausedSinceNanos.put(action.serverName(), System.nanoTime());
            if (e instanceof AmiConnectException refused && refused.saysInUse()) {
                inUse.fireAsync(new CommandUserInUse(action.serverName(), action.epoch()));
            }
            recorder.record(new Outcome.NotWritten(action, now, e.getMessage()));
        } catch (AmiLostException e) {
            recorder.record(new Outcome.Lost(action, now, e.getMessage()));
        } catch (RuntimeException e) {
            QueueLog.LOG.sendFailed(action.id(), e);
            recorder.record(new Outcome.Lost(action, now, "internal error: " + e.getMessage()));
        }
    }

    private void send(ClaimedAction action, ValidAction valid) {
        ServerFacts server = directory
                .find(action.serverName())
                .filter(ServerFacts::isUp)
                .orElseThrow(() -> new AmiNotSentException(action.serverName(), "not connected", null));
        Duration timeout = valid.settleWithin();
        CompletableFuture<AmiResponse> response;
        if (!ownership.mayWrite(action.serverName(), action.epoch())) {
            throw new AmiNotSentException(action.serverName(), "this node does not own the server any more", null);
        }
        try (AmiConnection connection = connections.getConnection(server.command())) {
            response = connection.send(
                    valid.toAmiAction(action.tag().text()), action.tag().text(), timeout);
        }
        Instant written = time.now();
        figures.written(Duration.between(action.dueAt(), written));
        recorder.record(new Outcome.Written(action, written, written.plus(timeout)));
        response.whenComplete((answer, failure) -> recorder.record(
                failure == null
                        ? new Outcome.Answered(action, time.now(), answer)
                        : new Outcome.Lost(action, time.now(), reason(failure))));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof AmiException ? cause.getMessage() : String.valueOf(cause);
    }
}
