package org.switchroom.web.supervisor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.switchroom.queue.entity.ActionRow;

/** An action as a line of the queue page: the row, its headers read, and what it is aimed at in one line. */
public record ActionLine(ActionRow row, List<HeaderLine> headers, String target) {

    static ActionLine of(ActionRow row) {
        List<HeaderLine> headers = HeaderLine.of(row.getHeaders());
        return new ActionLine(row, headers, aim(headers));
    }

    public long id() {
        return row.getId();
    }

    private static String aim(List<HeaderLine> headers) {
        String channel = value(headers, "channel");
        String place = List.of("conference", "queue", "id").stream()
                .map(name -> value(headers, name))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        String exten = value(headers, "exten");
        String start = channel.isEmpty() ? place : channel;
        return start.isEmpty()
                ? "-"
                : exten.isEmpty() ? start : start + " \u2192 " + exten + "@" + value(headers, "context");
    }

    private static String value(List<HeaderLine> headers, String name) {
        return headers.stream()
                .filter(line -> line.name().toLowerCase(Locale.ROOT).equals(name))
                .map(HeaderLine::value)
                .findFirst()
                .orElse("");
    }
}
