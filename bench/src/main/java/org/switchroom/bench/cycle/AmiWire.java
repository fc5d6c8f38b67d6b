package org.switchroom.bench.cycle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;
import org.switchroom.bench.stream.StreamServer;

/** One session of ours; what is sent is a Ping. */
final class AmiWire implements SwitchroomCycle.Wire, AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final AmiSession session;

    AmiWire(int port) {
        AmiServer.Secret secret = new AmiServer.Secret(StreamServer.ONLY_ANSWERS);
        session = AmiSession.open(
                new AmiServer("bench", "127.0.0.1", port, AmiServer.Transport.PLAIN, StreamServer.ONLY_ANSWERS, secret),
                AmiSessionSettings.forCommands(),
                SessionListener.NONE);
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
