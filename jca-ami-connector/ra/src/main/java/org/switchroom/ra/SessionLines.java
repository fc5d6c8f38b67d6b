package org.switchroom.ra;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;

/** Lines that are sessions of module ami. */
public final class SessionLines implements Lines {
    private final AmiSessionSettings commands;
    private final AmiSessionSettings events;

    public SessionLines(AdapterSettings settings) {
        commands = adapted(AmiSessionSettings.forCommands(), settings);
        events = adapted(AmiSessionSettings.forEvents(), settings);
    }

    private static AmiSessionSettings adapted(AmiSessionSettings base, AdapterSettings settings) {
        return base.withTimeouts(
                        settings.connectTimeout(),
                        base.timeouts().banner(),
                        settings.loginTimeout(),
                        base.timeouts().write())
                .withTls(null, settings.verifyHostName())
                .withThreadFactory(AmiThreads.named("reader"));
    }

    @Override
    public Line open(AmiServer server, Purpose purpose, LineListener listener) {
        Ear ear = new Ear(listener);
        AmiSession session = AmiSession.open(server, purpose == Purpose.EVENTS ? events : commands, ear);
        return new SessionLine(session, ear);
    }

    /** Passes on what the session tells, but no end that we brought about ourselves. */
    private static final class Ear implements SessionListener {
        private final LineListener listener;
        private volatile boolean endedByUs;

        Ear(LineListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(AmiEvent event) {
            listener.onEvent(event);
        }

        @Override
        public void onHeard(long nanos) {
            listener.onHeard(nanos);
        }

        @Override
        public void onUnreadable(long count) {
            listener.onUnreadable(count);
        }

        @Override
        public void onClosed(String reason) {
            if (!endedByUs) {
                listener.onLost(reason);
            }
        }
    }

    private record SessionLine(AmiSession session, Ear ear) implements Line {

        @Override
        public String amiVersion() {
            return session.amiVersion();
        }

        @Override
        public boolean isOpen() {
            return session.isOpen();
        }

        @Override
        public CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout) {
            return session.send(action, actionId, timeout);
        }

        @Override
        public void close() {
            ear.endedByUs = true;
            session.close();
        }

        @Override
        public void abort(String reason) {
            ear.endedByUs = true;
            session.abort(reason);
        }
    }
}
