package org.switchroom.web.push.feed;

import java.util.concurrent.CompletionStage;

/** Where a reader's messages go. */
public interface FeedSink {
    /** Sends without waiting; the stage completes when it is written. Throws or completes with an error if the reader is gone. */
    CompletionStage<?> send(FeedEvent event);

    boolean isClosed();

    /** Ends the stream; more than once is no error. */
    void close();
}
