package org.switchroom.ami.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.contract.RecordedEvents;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;

/** A fake and a session to it, for tests of what goes wrong. */
abstract class FakeSessions {
    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(300);
    static final AmiSessionSettings IMPATIENT =
            AmiSessionSettings.forCommands().withTimeouts(SHORT, SHORT, SHORT, SHORT);

    final FakeAsterisk fake = FakeAsterisk.start(FakeUser.command("cmd", "s3cret"), FakeUser.events("ev", "s3cret"));
    final RecordedEvents events = new RecordedEvents();
    private AmiSession session;

    @AfterEach
    void stop() {
        if (session != null) {
            session.close();
        }
        fake.close();
    }

    AmiServer server(String user) {
        return server(user, "127.0.0.1", fake.port(), AmiServer.Transport.PLAIN);
    }

    static AmiServer server(String user, String host, int port, AmiServer.Transport transport) {
        return new AmiServer("pbx1", host, port, transport, user, new AmiServer.Secret("s3cret"));
    }

    AmiSession open() {
        return open(AmiSessionSettings.forCommands());
    }

    AmiSession open(AmiSessionSettings settings) {
        session = AmiSession.open(server(settings.events() ? "ev" : "cmd"), settings, events);
        return session;
    }

    static AmiAction ping() {
        return AmiAction.of("Ping");
    }

    /** The answer, in good time. */
    static AmiResponse answer(CompletableFuture<AmiResponse> future) {
        try {
            return future.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** Why there was no answer. */
    static Throwable failure(CompletableFuture<AmiResponse> future) {
        try {
            throw new AssertionError("answered: " + future.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new AssertionError("neither answered nor failed", e);
        }
    }
}
