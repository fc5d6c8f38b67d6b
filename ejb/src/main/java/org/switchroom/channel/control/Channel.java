package org.switchroom.channel.control;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.ami.AmiEvent;

/** One channel in the mirror's memory. Immutable; texts are as Asterisk sent them, cut to their column, null where unknown. */
record Channel(
        String uniqueid,
        String channel,
        String linkedid,
        String state,
        String callerIdNum,
        String callerIdName,
        String connectedNum,
        String connectedName,
        String context,
        String exten,
        String application,
        String accountCode,
        String bridgeId,
        Instant createdAt,
        Instant changedAt,
        Instant staleSince) {

    private static final Pattern AGE = Pattern.compile("(\\d{1,5}):(\\d\\d):(\\d\\d)");

    /** A channel that an event or a list shows for the first time. */
    static Channel first(AmiEvent event, Instant at) {
        Instant createdAt = at.minus(age(event.text("Duration")));
        return new Channel(
                        event.text("Uniqueid"),
                        "",
                        null,
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        createdAt,
                        at,
                        null)
                .with(event, at);
    }

    /** This channel after an event that carries its snapshot, or after an entry of a list. */
    Channel with(AmiEvent event, Instant at) {
        return new Channel(
                uniqueid,
                keep(channel, event, "Channel", 255),
                keep(linkedid, event, "Linkedid", 150),
                keep(state, event, "ChannelStateDesc", 32),
                keep(callerIdNum, event, "CallerIDNum", 128),
                keep(callerIdName, event, "CallerIDName", 255),
                keep(connectedNum, event, "ConnectedLineNum", 128),
                keep(connectedName, event, "ConnectedLineName", 255),
                keep(context, event, "Context", 128),
                keep(exten, event, "Exten", 128),
                keep(application, event, "Application", 64),
                keep(accountCode, event, "AccountCode", 128),
                bridge(event),
                createdAt,
                at,
                null);
    }

    Channel renamed(String newName, Instant at) {
        return copy(newName.isEmpty() ? channel : cut(newName, 255), at, staleSince);
    }

    Channel stale(Instant since) {
        return copy(channel, changedAt, since);
    }

    private Channel copy(String newChannel, Instant newChangedAt, Instant newStaleSince) {
        return new Channel(
                uniqueid,
                newChannel,
                linkedid,
                state,
                callerIdNum,
                callerIdName,
                connectedNum,
                connectedName,
                context,
                exten,
                application,
                accountCode,
                bridgeId,
                createdAt,
                newChangedAt,
                newStaleSince);
    }

    /** Whether all but the time of the change is the same. */
    boolean looksLike(Channel other) {
        return new Channel(
                        other.uniqueid,
                        other.channel,
                        other.linkedid,
                        other.state,
                        other.callerIdNum,
                        other.callerIdName,
                        other.connectedNum,
                        other.connectedName,
                        other.context,
                        other.exten,
                        other.application,
                        other.accountCode,
                        other.bridgeId,
                        createdAt,
                        changedAt,
                        other.staleSince)
                .equals(this);
    }

    boolean isStale() {
        return staleSince != null;
    }

    private String bridge(AmiEvent event) {
        return switch (event.event()) {
            case "BridgeEnter" -> cut(event.text("BridgeUniqueid"), 150);
            case "BridgeLeave" -> null;
            case "CoreShowChannel" -> emptyToNull(cut(event.text("BridgeId"), 150));
            default -> bridgeId;
        };
    }

    /** A header that is not in the event says nothing; {@code <unknown>} and an empty value say that there is none. */
    private static String keep(String present, AmiEvent event, String header, int most) {
        return event.first(header)
                .map(value -> value.equals("<unknown>") ? null : emptyToNull(cut(value, most)))
                .orElseGet(() -> event.first(header).isPresent() && !isNeeded(header) ? null : present);
    }

    private static boolean isNeeded(String header) {
        return header.equals("Channel") || header.equals("ChannelStateDesc");
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Age from a list's {@code hh:mm:ss}; zero where there is none. */
    private static Duration age(String text) {
        Matcher parts = AGE.matcher(text);
        if (!parts.matches()) {
            return Duration.ZERO;
        }
        return Duration.ofHours(Long.parseLong(parts.group(1)))
                .plusMinutes(Long.parseLong(parts.group(2)))
                .plusSeconds(Long.parseLong(parts.group(3)));
    }
}
