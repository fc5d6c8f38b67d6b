package org.switchroom.inbound.entity;

/** Names one item: its kind and its id within the kind. */
public record ItemKey(InboundKind kind, String id) {

    /** In words, for sentences: {@code call menu main}. */
    public String words() {
        return kind.words() + " " + id;
    }
}
