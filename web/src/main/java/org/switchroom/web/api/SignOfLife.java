package org.switchroom.web.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.lang.reflect.Type;

/**
 * A comment with an id and no data: a client dispatches nothing, but resumes from here (HTML: server-sent events). The builder can't make
 * one; it leaves the id out where there is no data.
 */
record SignOfLife(String id) implements OutboundSseEvent {

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getComment() {
        return "alive";
    }

    @Override
    public String getName() {
        return null;
    }

    @Override
    public long getReconnectDelay() {
        return RECONNECT_NOT_SET;
    }

    @Override
    public boolean isReconnectDelaySet() {
        return false;
    }

    /** Not null, or the id is not written. */
    @Override
    public Class<?> getType() {
        return String.class;
    }

    @Override
    public Type getGenericType() {
        return String.class;
    }

    @Override
    public MediaType getMediaType() {
        return MediaType.TEXT_PLAIN_TYPE;
    }

    @Override
    public Object getData() {
        return null;
    }
}
