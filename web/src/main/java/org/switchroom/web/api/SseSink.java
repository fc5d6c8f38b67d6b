package org.switchroom.web.api;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import org.switchroom.web.push.feed.FeedEvent;
import org.switchroom.web.push.feed.FeedSink;

/** Sends the feed as server-sent events. A sign of life is a comment with an id, so that a reader for whom nothing came still resumes from now. */
final class SseSink implements FeedSink {
    private final Sse sse;
    private final SseEventSink sink;

    SseSink(Sse sse, SseEventSink sink) {
        this.sse = sse;
        this.sink = sink;
    }

    @Override
    public CompletionStage<?> send(FeedEvent event) {
        OutboundSseEvent.Builder message =
                sse.newEventBuilder().id(event.position().toString());
        event.name()
                .ifPresentOrElse(
                        name -> message.name(name).data(String.class, event.data()), () -> message.comment("alive"));
        return sink.send(message.build());
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
