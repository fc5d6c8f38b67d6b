package org.switchroom.channel.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.Events;

class ChannelTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private final Channel channel = Channel.first(Events.newchannel("1", "PJSIP/a"), AT);

    @Test
    void readsUnknownAndEmptyAsNothing() {
        Channel next = channel.with(Events.of("Newstate", "CallerIDNum", "", "ConnectedLineName", "<unknown>"), AT);

        assertNull(channel.callerIdName());
        assertEquals("100", channel.callerIdNum());
        assertNull(next.callerIdNum());
        assertNull(next.connectedName());
    }

    @Test
    void keepsWhatAnEventDoesNotMention() {
        assertTrue(channel.with(Events.of("Newstate", "Uniqueid", "1"), AT.plusSeconds(1))
                .looksLike(channel));
    }

    @Test
    void keepsNameAndStateWhereAnEventEmptiesThem() {
        Channel next = channel.with(Events.of("Newstate", "Channel", "", "ChannelStateDesc", ""), AT)
                .renamed("", AT);

        assertEquals("PJSIP/a", next.channel());
        assertEquals("Down", next.state());
    }

    @Test
    void cutsHostileTextsToTheirColumns() {
        String hostile = "<script>\u202e\uD83D\uDE00".repeat(500).substring(0, 5000);
        Channel next = channel.with(
                Events.of(
                        "BridgeEnter",
                        "Channel",
                        hostile,
                        "ChannelStateDesc",
                        hostile,
                        "CallerIDName",
                        hostile,
                        "Context",
                        hostile,
                        "Application",
                        hostile,
                        "BridgeUniqueid",
                        hostile),
                AT);

        assertTrue(next.channel().length() <= 255);
        assertTrue(next.state().length() <= 32);
        assertTrue(next.callerIdName().length() <= 255);
        assertTrue(next.application().length() <= 64);
        assertTrue(next.bridgeId().length() <= 150);
        assertTrue(hostile.startsWith(next.callerIdName()), "stored raw");
    }

    @Test
    void cutsNoCharacterInTwo() {
        String text = "x".repeat(254) + "\uD83D\uDE00";

        String name = channel.renamed(text, AT).channel();

        assertFalse(Character.isHighSurrogate(name.charAt(name.length() - 1)));
    }

    @Test
    void isInABridgeFromEnterToLeave() {
        Channel in = channel.with(Events.of("BridgeEnter", "BridgeUniqueid", "b1"), AT);

        assertEquals("b1", in.with(Events.of("Newstate", "Uniqueid", "1"), AT).bridgeId());
        assertNull(in.with(Events.of("BridgeLeave", "BridgeUniqueid", "b1"), AT).bridgeId());
        assertNull(in.with(Events.listed("1", "PJSIP/a", "6", "Up"), AT).bridgeId());
    }

    @ParameterizedTest
    @CsvSource({
        "00:01:05,65",
        "100:00:00,360000",
        "'',0",
        "x:y:z,0",
        "-1:00:00,0",
        "99999999999999:00:00,0",
        "00:00:99999999999,0",
        "1:2,0"
    })
    void beganAsLongAgoAsTheListSays(String duration, long seconds) {
        Channel listed = Channel.first(Events.of("CoreShowChannel", "Uniqueid", "1", "Duration", duration), AT);

        assertEquals(AT.minusSeconds(seconds), listed.createdAt());
    }

    @Test
    void isNoLongerStaleAfterAnEvent() {
        assertTrue(channel.stale(AT).isStale());
        assertFalse(channel.stale(AT).with(Events.up("1", "PJSIP/a"), AT).isStale());
    }
}
