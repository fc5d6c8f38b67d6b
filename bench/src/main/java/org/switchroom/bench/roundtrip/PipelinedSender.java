package org.switchroom.bench.roundtrip;

import java.time.Duration;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;
import org.switchroom.bench.stream.StreamServer;

/** One Switchroom session for all senders. */
final class PipelinedSender implements ActionSender {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final AmiAction PING = AmiAction.of("Ping");

    private final AmiSession session;

    PipelinedSender(int port) {
        AmiServer.Secret secret = new AmiServer.Secret(StreamServer.ONLY_ANSWERS);
        session = AmiSession.open(
                new AmiServer("bench", "127.0.0.1", port, AmiServer.Transport.PLAIN, StreamServer.ONLY_ANSWERS, secret),
                AmiSessionSettings.forCommands(),
                SessionListener.NONE);
    }

    @Override
    public void send(Kind kind) {
        session.send(kind == Kind.PING ? PING : originate(), DEADLINE).join();
    }

    private static AmiAction originate() {
        return AmiAction.of("Originate")
                .with("Channel", "PJSIP/15550005@carrier")
                .with("Context", "switchroom-echo")
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Async", "true");
    }

    @Override
    public void close() {
        session.close();
    }
}
