package org.switchroom.guard.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.Money;
import org.switchroom.guard.entity.Rate;

class GuardedCallsTest {
    private static final String NUMBER = "498912345678";
    private static final CallProgress UNANSWERED = new CallProgress(true, Optional.empty(), Optional.empty());

    private final GuardedCalls calls = new GuardedCalls();
    private Instant now = Instant.parse("2026-11-28T10:00:00Z");
    private long id;

    @Test
    void countsTheCallsOfAMinuteForEachThatHasALimit() {
        GuardRules rules = rules(Rules.cap("group/Sales", 2, null, null, null));

        admit(rules);
        admit(rules);
        assertTrue(refusal(rules).contains("2 calls a minute for group Sales"));

        now = now.plusSeconds(61);
        assertDoesNotThrow(() -> admit(rules));
    }

    @Test
    void eachKindOfLimitHolds() {
        for (String key : List.of("all", "person/anna", "server/pbx1", "trunk/pbx1/PJSIP/carrier")) {
            calls.forget();
            GuardRules rules = rules(Rules.cap(key, null, 1, null, null));

            admit(rules);
            assertTrue(refusal(rules).contains("1 calls a day"), key);
        }
        GuardRules elsewhere = rules(Rules.cap("server/pbx2", null, 0, null, null));
        assertDoesNotThrow(() -> admit(elsewhere));
    }

    @Test
    void aCallThatEndsMakesRoomForTheNext() {
        GuardRules rules = rules(Rules.cap("all", null, null, 1, null));

        long first = admit(rules);
        assertTrue(refusal(rules).contains("1 calls at once"));
        calls.progress(first, UNANSWERED, now);

        assertDoesNotThrow(() -> admit(rules));
        assertEquals(1, calls.concurrent());
    }

    @Test
    void aRowThatCouldNotBeWrittenIsLetAgainAndCountsOnce() {
        GuardRules rules = rules(Rules.cap("all", 1, null, null, null));

        long first = admit(rules);
        assertDoesNotThrow(() -> admit(rules, first, Rules.call(NUMBER)));

        assertEquals(1, calls.callsToday(now));
    }

    @Test
    void reservesAtTheStartAndCountsEachMinuteThatBeganAtTheEnd() {
        GuardRules rules = rules(Rules.cap("all", null, null, null, "1.00"));

        long first = admit(rules); // 3 minutes of 0.20
        assertEquals("0.6000", spent());
        assertTrue(refusal(rules).contains("a spend of 1 a day"));
        end(first, Duration.ofSeconds(61));
        assertEquals("0.4000", spent());

        assertDoesNotThrow(() -> admit(rules));
    }

    @Test
    void aLongCallCountsWhileItGoesOn() {
        long first = admit(rules());

        calls.progress(first, new CallProgress(false, Optional.of(now), Optional.empty()), now.plusSeconds(599));
        assertEquals("2.0000", spent());
        end(first, Duration.ofSeconds(600));
        assertEquals("2.0000", spent());
    }

    @Test
    void whatNobodyAnsweredCostsNothing() {
        calls.progress(admit(rules()), UNANSWERED, now);

        assertEquals("0.0000", spent());
        assertEquals(1, calls.callsToday(now));
    }

    @Test
    void aTransferCostsWhatWasReservedBecauseNobodySeesItsEnd() {
        long moved = ++id;
        admit(rules(), moved, Rules.transfer(NUMBER));

        calls.progress(moved, new CallProgress(true, Optional.of(now), Optional.empty()), now);

        assertEquals("0.6000", spent());
    }

    @Test
    void whatIsRecalledAfterARestartCountsFromWhenItWasSent() {
        GuardRules rules = rules(Rules.cap("all", 1, 2, null, null));
        Instant sent = now.minusSeconds(120);
        Dialling call = Rules.call(NUMBER);

        calls.recall(7, rules, call, rules.outside(call), rules.permit(Caller.known("anna")), sent);
        calls.progress(7, new CallProgress(true, Optional.of(sent), Optional.of(sent.plusSeconds(30))), now);

        assertDoesNotThrow(() -> admit(rules));
        assertEquals(2, calls.callsToday(now));
        assertEquals("0.8000", spent());
    }

    private GuardRules rules(Cap... caps) {
        return Rules.of(
                List.of(),
                List.of(caps),
                List.of(new Rate("+49", new BigDecimal("9")), new Rate("+4989", new BigDecimal("0.2"))),
                "DE");
    }

    private long admit(GuardRules rules) {
        long next = ++id;
        admit(rules, next, Rules.call(NUMBER));
        return next;
    }

    private void admit(GuardRules rules, long row, Dialling call) {
        calls.admit(row, rules, call, rules.outside(call), rules.permit(Caller.known("anna")), now);
    }

    private String refusal(GuardRules rules) {
        return assertThrows(GuardRefusedException.class, () -> admit(rules)).getMessage();
    }

    private void end(long call, Duration talked) {
        calls.progress(call, new CallProgress(true, Optional.of(now), Optional.of(now.plus(talked))), now.plus(talked));
    }

    private String spent() {
        return Money.amount(calls.spendToday(CapKey.ALL, now)).toPlainString();
    }
}
