package org.switchroom.web.api;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import org.switchroom.web.push.feed.FeedEvent;
import org.switchroom.web.push.feed.FeedSink;

/** Sends the feed as server-sent events. */
final class SseSink implements FeedSink {
    private final Sse sse;
    private final SseEventSink sink;

    SseSink(Sse sse, SseEventSink sink) {
        this.sse = sse;
        this.sink = sink;
    }

    @Override
    public CompletionStage<?> send(FeedEvent event) {
        String id = event.position().toString();
        return sink.send(
                event.name().map(name -> message(id, name, event.data())).orElseGet(() -> new SignOfLife(id)));
    }

    private OutboundSseEvent message(String id, String name, String data) {
        return sse.newEventBuilder().id(id).name(name).data(String.class, data).build();
    }

    @Override
    public boolean isClosed() {
        return sink.isClosed();
    }

    @Override
    public void close() {
        sink.close();
    }
}
