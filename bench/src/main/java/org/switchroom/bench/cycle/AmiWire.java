package org.switchroom.bench.cycle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.SessionListener;
import org.switchroom.bench.stream.AnswerSession;

/** One session of ours; what is sent is a Ping. */
final class AmiWire implements SwitchroomCycle.Wire, AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final AmiSession session;

    AmiWire(int port) {
        session = AnswerSession.open(port, SessionListener.NONE);
    }

    @Override
    public CompletableFuture<AmiResponse> write(String actionId) {
        return session.send(AmiAction.of("Ping"), actionId, DEADLINE);
    }

    @Override
    public void close() {
        session.close();
    }
}
