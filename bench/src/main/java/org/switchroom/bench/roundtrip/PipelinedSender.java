package org.switchroom.bench.roundtrip;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.bench.stream.AnswerSession;

/** One Switchroom session for all senders. */
final class PipelinedSender implements ActionSender {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final AmiAction PING = AmiAction.of("Ping");

    private final Map<String, CompletableFuture<AmiEvent>> calls = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AmiSession session;

    PipelinedSender(int port) {
        session = AnswerSession.open(port, this::take);
    }

    @Override
    public void send(Kind kind) {
        if (kind == Kind.CALL) {
            call();
        } else {
            session.send(kind == Kind.PING ? PING : originate(), DEADLINE).join();
        }
    }

    private void call() {
        String id = "call-" + ids.incrementAndGet();
        CompletableFuture<AmiEvent> pickedUp = new CompletableFuture<>();
        calls.put(id, pickedUp);
        session.send(originate(), id, DEADLINE);
        pickedUp.join();
    }

    private void take(AmiEvent event) {
        if (event.event().equals("OriginateResponse")) {
            CompletableFuture<AmiEvent> waiting = calls.remove(event.text("ActionID"));
            if (waiting != null) {
                waiting.complete(event);
            }
        }
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
