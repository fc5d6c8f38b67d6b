package org.switchroom.web.push.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A reader's connection: at once, slow, or broken. */
final class ToldSink implements FeedSink {
    final List<String> told = new ArrayList<>();
    boolean slow;
    boolean broken;
    boolean closed;
    private CompletableFuture<Void> onTheWay;

    @Override
    public CompletionStage<?> send(FeedEvent event) {
        if (broken) {
            return CompletableFuture.failedFuture(new IOException("gone"));
        }
        told.add((event.name().orElse("alive") + " " + event.position() + " " + event.data()).strip());
        onTheWay = new CompletableFuture<>();
        if (!slow) {
            onTheWay.complete(null);
        }
        return onTheWay;
    }

    void write() {
        onTheWay.complete(null);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
