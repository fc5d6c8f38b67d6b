package org.switchroom.ami.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.wire.AmiDecoder;
import org.switchroom.ami.wire.AmiFrameSink;
import org.switchroom.ami.wire.WireResponse;

/** What comes in, on the reader thread: answers to those who wait, events to the listener. */
final class Inbox implements AmiFrameSink {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final AmiSessionSettings settings;
    private final SessionListener listener;
    private final InFlight inFlight;
    private final SessionCounters counters;
    private final AmiDecoder decoder;
    private final CompletableFuture<String> banner = new CompletableFuture<>();
    private final CompletableFuture<AmiEvent> fullyBooted = new CompletableFuture<>();
    private boolean bootSeen;

    Inbox(AmiSessionSettings settings, SessionListener listener, InFlight inFlight, SessionCounters counters) {
        this.settings = settings;
        this.listener = listener;
        this.inFlight = inFlight;
        this.counters = counters;
        this.decoder = new AmiDecoder(settings.bounds().message());
    }

    CompletableFuture<String> banner() {
        return banner;
    }

    CompletableFuture<AmiEvent> fullyBooted() {
        return fullyBooted;
    }

    /** Reads to the end of the stream. */
    void readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int count = in.read(buffer);
        while (count >= 0) {
            SessionCounters.add(counters.bytesIn, count);
            tellHeard();
            decoder.feed(buffer, 0, count, settings.clock().millis(), this);
            count = in.read(buffer);
        }
    }

    /** Those who wait for the greeting or for FullyBooted need not wait longer. */
    void end(String reason) {
        banner.completeExceptionally(new AmiException(reason));
        fullyBooted.completeExceptionally(new AmiException(reason));
    }

    @Override
    public void banner(String line) {
        banner.complete(line);
    }

    @Override
    public void event(AmiEvent event) {
        SessionCounters.add(counters.eventsIn, 1);
        if (!bootSeen && event.event().equals("FullyBooted")) {
            bootSeen = true;
            fullyBooted.complete(event);
        }
        if (!inFlight.takeListEvent(event)) {
            tell(event);
        }
    }

    @Override
    public void response(WireResponse response) {
        inFlight.response(response);
    }

    @Override
    public void unreadable() {
        SessionCounters.add(counters.unreadable, 1);
        tell(() -> listener.onUnreadable(1));
    }

    private void tellHeard() {
        try {
            listener.onHeard(System.nanoTime());
        } catch (RuntimeException e) {
            counters.listenerErrors.increment();
        }
    }

    void tellClosed(String reason) {
        tell(() -> listener.onClosed(reason));
    }

    private void tell(AmiEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            counters.listenerErrors.increment();
        }
    }

    /** A listener's mistake must not end the reading: it is counted and the stream goes on. */
    private void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            counters.listenerErrors.increment();
        }
    }
}
