package org.switchroom.ami.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;

/** What the contracts share: the two users of a server, and sessions that are closed in the end. */
abstract class AmiContract {
    static final Duration SOON = Duration.ofSeconds(5);

    private final List<AmiSession> opened = new ArrayList<>();

    /** The command user. */
    protected abstract AmiServer commandServer();

    /** The event user. */
    protected abstract AmiServer eventServer();

    @AfterEach
    void closeSessions() {
        opened.forEach(AmiSession::close);
    }

    final AmiSession open(AmiServer server, AmiSessionSettings settings, SessionListener listener) {
        AmiSession session = AmiSession.open(server, settings, listener);
        opened.add(session);
        return session;
    }

    final AmiSession commands() {
        return open(commandServer(), AmiSessionSettings.forCommands(), SessionListener.NONE);
    }

    final RecordedEvents events() {
        RecordedEvents events = new RecordedEvents();
        open(eventServer(), AmiSessionSettings.forEvents(), events);
        return events;
    }

    static AmiResponse ask(AmiSession session, AmiAction action) {
        return await(session.send(action, SOON));
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    static String id() {
        return "contract-" + UUID.randomUUID();
    }

    static AmiAction originate(String channel, String channelId) {
        return AmiAction.of("Originate")
                .with("Channel", channel)
                .with("Context", "switchroom-wait")
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Async", "true")
                .with("ChannelId", channelId)
                .with("Variable", "__SWR_CALL=" + channelId)
                .with("CallerID", "\"Contract\" <15550000>")
                .with("Timeout", "15000");
    }
}
