package org.switchroom.web.api;

import java.util.Locale;
import java.util.stream.Stream;
import org.switchroom.channel.entity.LiveChannel;

/** Finds channels by a piece of text in what people know of them, whatever its case. */
final class ChannelSearch {
    private final String wanted;

    ChannelSearch(String wanted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    boolean finds(LiveChannel channel) {
        return wanted.isEmpty()
                || Stream.of(
                                channel.getChannel(),
                                channel.getUniqueid(),
                                channel.getCallerIdNum(),
                                channel.getCallerIdName(),
                                channel.getConnectedNum(),
                                channel.getConnectedName(),
                                channel.getContext(),
                                channel.getExten(),
                                channel.getAccountCode())
                        .anyMatch(text ->
                                text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
