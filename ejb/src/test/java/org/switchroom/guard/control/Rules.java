package org.switchroom.guard.control;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.Reading;
import org.switchroom.guard.entity.Target;
import org.switchroom.guard.entity.Unlock;

/** Rules for tests: home is Germany; anna is in group Sales, bert in none, boss is an administrator, the database user robot is anna. */
final class Rules {
    static final GuardPlan PLAN = new GuardPlan(true, "DE", Reading.INTERNATIONAL, 6, "EUR", BigDecimal.ONE, 3);

    private Rules() {}

    static GuardRules sales(String... destinations) {
        return of(List.of(), List.of(), List.of(), destinations);
    }

    static GuardRules of(List<Unlock> unlocks, List<Cap> caps, List<Rate> rates, String... destinations) {
        Map<String, Permit> permits = new HashMap<>();
        permits.put("anna", new Permit("anna", "Sales", Set.copyOf(Arrays.asList(destinations)), unlocks));
        permits.put("bert", new Permit("bert", "", Set.of(), List.of()));
        permits.put("boss", new Permit("boss", "", Set.of("*"), List.of()));
        return new GuardRules(
                new GuardSettings(PLAN, caps, rates),
                new GuardRules.Accounts(permits, Map.of("robot", "anna"), "switchroom_app"));
    }

    static Cap cap(String key, Integer perMinute, Integer perDay, Integer atOnce, String spend) {
        BigDecimal money = spend == null ? null : new BigDecimal(spend);
        return new Cap(CapKey.of(key).orElseThrow(), perMinute, null, perDay, atOnce, money);
    }

    static Dialling call(String digits) {
        return new Dialling("pbx1", "PJSIP/carrier", true, List.of(new Target("Channel", digits, true)));
    }

    static Dialling transfer(String exten) {
        return new Dialling("pbx1", "", false, List.of(new Target("Exten", exten, false)));
    }
}
