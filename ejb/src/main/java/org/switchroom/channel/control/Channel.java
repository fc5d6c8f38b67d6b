package org.switchroom.channel.control;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.ami.AmiEvent;
import org.switchroom.channel.control.ChannelHeaders.Header;

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
        ChannelHeaders said = ChannelHeaders.of(event);
        return new Channel(
                uniqueid,
                said.orKept(Header.CHANNEL, channel),
                said.or(Header.LINKEDID, linkedid),
                said.orKept(Header.STATE, state),
                said.or(Header.CALLER_ID_NUM, callerIdNum),
                said.or(Header.CALLER_ID_NAME, callerIdName),
                said.or(Header.CONNECTED_NUM, connectedNum),
                said.or(Header.CONNECTED_NAME, connectedName),
                said.or(Header.CONTEXT, context),
                said.or(Header.EXTEN, exten),
                said.or(Header.APPLICATION, application),
                said.or(Header.ACCOUNT_CODE, accountCode),
                bridge(event.event(), said),
                createdAt,
                at,
                null);
    }

    Channel renamed(String newName, Instant at) {
        return copy(newName.isEmpty() ? channel : Header.CHANNEL.cut(newName), at, staleSince);
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

    private String bridge(String event, ChannelHeaders said) {
        return switch (event) {
            case "BridgeEnter" -> said.or(Header.BRIDGE_ENTERED, null);
            case "BridgeLeave" -> null;
            case "CoreShowChannel" -> said.or(Header.BRIDGE, null);
            default -> bridgeId;
        };
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
