package org.switchroom.web.push.feed;

import java.util.Optional;

/**
 * One message to a reader.
 *
 * @param name empty for a sign of life, which has no data either
 * @param position where the reader is when it has this
 */
public record FeedEvent(Optional<String> name, FeedPosition position, String data) {

    static FeedEvent heartbeat(FeedPosition position) {
        return new FeedEvent(Optional.empty(), position, "");
    }

    static FeedEvent resync(FeedPosition position) {
        return new FeedEvent(Optional.of("resync"), position, "{}");
    }
}
