package org.switchroom.lead.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallbackStateTest {

    @Test
    void leadsFromAnAgreementToACallAndNeverBackFromTheEnd() {
        assertTrue(CallbackState.SCHEDULED.next().contains(CallbackState.DUE));
        assertTrue(CallbackState.DUE.next().contains(CallbackState.MISSED));
        assertTrue(CallbackState.DIALING.next().contains(CallbackState.DUE));
        for (CallbackState end : Set.of(CallbackState.DONE, CallbackState.CANCELLED, CallbackState.MISSED)) {
            assertEquals(Set.of(), end.next());
            assertFalse(end.isOpen());
        }
    }
}
