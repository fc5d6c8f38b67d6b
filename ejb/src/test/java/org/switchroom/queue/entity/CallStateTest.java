package org.switchroom.queue.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallStateTest {
    @ParameterizedTest
    @CsvSource({
        "0,DIALING",
        "1,DIALING",
        "3,DIALING",
        "4,DIALING",
        "5,RINGING",
        "6,UP",
        "99,DIALING",
        "'',DIALING",
        "x,DIALING"
    })
    void readsTheNumberOfAsterisksChannelState(String channelState, CallState expected) {
        assertEquals(expected, CallState.ofChannelState(channelState));
    }

    @Test
    void onlyGoesForward() {
        assertEquals(CallState.UP, CallState.later(CallState.UP, CallState.RINGING));
        assertEquals(CallState.UP, CallState.later(CallState.RINGING, CallState.UP));
        assertEquals(CallState.HUNGUP, CallState.later(CallState.HUNGUP, CallState.DIALING));
        assertTrue(CallState.DIALING.isBefore(CallState.RINGING));
        assertFalse(CallState.UP.isBefore(CallState.UP));
    }

    @Test
    void anyStateIsLaterThanNone() {
        assertEquals(CallState.DIALING, CallState.later(null, CallState.DIALING));
        assertEquals(CallState.DIALING, CallState.later(CallState.DIALING, null));
        assertNull(CallState.later(null, null));
    }
}
