package org.switchroom.guard.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.guard.control.GuardRefusedException.Why;
import org.switchroom.guard.control.GuardRules.Outside;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.Unlock;

class GuardRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Caller ANNA = Caller.known("anna");

    @ParameterizedTest
    @CsvSource({
        "DE,498912345678,true",
        "DE,447400123456,false",
        "DE:MOBILE,4915112345678,true",
        "DE:MOBILE,498912345678,false",
        "+4989,498912345678,true",
        "+4989,493012345678,false",
        "*,447400123456,true",
        "*,15551230000,true",
        "US,15551230000,false",
        "+1555,15551230000,true",
        "US:MOBILE,12125551234,false",
        "DE,*72,false",
        "DE,1234,true",
        "GB,1234,false"
    })
    void aGroupCallsWhatItListsAndNothingElse(String destination, String digits, boolean allowed) {
        assertEquals(allowed, mayCall(Rules.sales(destination), ANNA, Rules.call(digits)));
    }

    @Test
    void aNumberThatMayBeEitherKindNeedsBoth() {
        assertTrue(mayCall(Rules.sales("US:MOBILE", "US:FIXED_LINE"), ANNA, Rules.call("12125551234")));
    }

    @Test
    void transfersObeyTheSameRules() {
        GuardRules rules = Rules.sales("DE");

        assertTrue(mayCall(rules, ANNA, Rules.transfer("498912345678")));
        assertTrue(mayCall(rules, ANNA, Rules.transfer("100")));
        assertEquals(
                Why.DESTINATION,
                refusal(rules, ANNA, Rules.transfer("447400123456")).why());
    }

    @Test
    void whatIsCostlyIsShutEvenWhereAllIsAllowedUntilItIsOpenedAndNoLonger() {
        Dialling premium = Rules.call("499001234567");
        Unlock open = new Unlock(1, "Sales", "DE:PREMIUM_RATE", NOW.plusSeconds(60), null, "boss", NOW);
        Unlock over = new Unlock(1, "Sales", "+49900", NOW, null, "boss", NOW.minusSeconds(9));

        assertEquals(
                Why.COSTLY,
                refusal(Rules.sales("*", "DE:PREMIUM_RATE"), ANNA, premium).why());
        assertEquals(
                Why.COSTLY,
                refusal(Rules.sales("*"), Caller.known("boss"), premium).why());
        assertTrue(mayCall(Rules.of(List.of(open), List.of(), List.of()), ANNA, premium));
        assertEquals(
                Why.COSTLY,
                refusal(Rules.of(List.of(over), List.of(), List.of()), ANNA, premium)
                        .why());
    }

    @Test
    void emergenciesAreNeverKeptFromAnybody() {
        assertTrue(mayCall(Rules.sales(), Caller.known("bert"), Rules.call("112")));
    }

    @Test
    void whoIsInNoGroupCallsNobodyAndTheReasonSaysSo() {
        GuardRefusedException refusal = refusal(Rules.sales("DE"), Caller.known("bert"), Rules.call("498912345678"));

        assertEquals("Channel", refusal.field());
        assertEquals(
                "+498912345678 (DE:FIXED_LINE) may not be called by bert, who is in no group; "
                        + "an administrator can allow it under People > Groups",
                refusal.getMessage());
    }

    @Test
    void aForeignRowIsWhomItsDatabaseUserIsMappedToAndNotWhomItNames() {
        GuardRules rules = Rules.sales("DE");
        Dialling call = Rules.call("498912345678");

        assertTrue(mayCall(rules, new Caller("bert", "robot@%"), call));
        assertEquals("sql", rules.permit(new Caller("anna", "stranger@%")).person());
        assertEquals(
                Why.DESTINATION,
                refusal(rules, new Caller("anna", "stranger@%"), call).why());
        assertTrue(mayCall(rules, new Caller("anna", "switchroom_app@%"), call));
    }

    @Test
    void ofTenThousandNumbersNoneOutsideTheListIsLet() {
        long seed = 20261128;
        Random chance = new Random(seed);
        GuardRules rules = Rules.sales("DE:MOBILE", "+44");

        for (int i = 0; i < 10_000; i++) {
            String digits = digits(chance);
            Dialling call = i % 2 == 0 ? Rules.call(digits) : Rules.transfer(digits);
            boolean inside = digits.matches("\\+?49.*|\\+?0049.*|\\+?44.*|\\+?0044.*|11[02]") || isExtension(digits);
            if (mayCall(rules, ANNA, call)) {
                assertTrue(inside, "seed %d let %s".formatted(seed, digits));
            }
        }
    }

    private static boolean isExtension(String digits) {
        return !digits.startsWith("+") && digits.replaceAll("[^0-9]", "").length() <= 6;
    }

    private static String digits(Random chance) {
        StringBuilder text = new StringBuilder(chance.nextInt(4) == 0 ? "+" : "");
        int length = 1 + chance.nextInt(18);
        for (int i = 0; i < length; i++) {
            text.append("0123456789*#".charAt(chance.nextInt(chance.nextInt(20) == 0 ? 12 : 10)));
        }
        return text.toString();
    }

    private static boolean mayCall(GuardRules rules, Caller caller, Dialling dialling) {
        try {
            judge(rules, caller, dialling);
            return true;
        } catch (GuardRefusedException e) {
            return false;
        }
    }

    private static GuardRefusedException refusal(GuardRules rules, Caller caller, Dialling dialling) {
        assertDoesNotThrow(() -> rules.permit(caller));
        return assertThrows(GuardRefusedException.class, () -> judge(rules, caller, dialling));
    }

    private static void judge(GuardRules rules, Caller caller, Dialling dialling) {
        for (Outside each : rules.outside(dialling)) {
            rules.judge(each, rules.permit(caller), NOW);
        }
    }
}
