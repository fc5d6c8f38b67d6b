package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.switchroom.guard.control.Guard;
import org.switchroom.guard.control.GuardRefusedException.Why;
import org.switchroom.guard.entity.Money;

/** The guard's figures. */
@ApplicationScoped
public class GuardFigures implements GuardMXBean {
    @Inject
    private Guard guard;

    @Override
    public boolean isEnforced() {
        return guard.isEnforced();
    }

    @Override
    public int getConcurrentCalls() {
        return guard.concurrentCalls();
    }

    @Override
    public long getCallsToday() {
        return guard.callsToday();
    }

    @Override
    public double getSpendToday() {
        return Money.amount(guard.spendToday()).doubleValue();
    }

    @Override
    public Map<String, Long> getRefused() {
        Map<String, Long> refused = new LinkedHashMap<>();
        for (Why why : Why.values()) {
            refused.put(why.name(), guard.refusedCount(why));
        }
        return refused;
    }

    @Override
    public int getNewCountryCount() {
        return guard.alarms().size();
    }

    @Override
    public boolean isCapReached() {
        return guard.latestCap().isPresent();
    }
}
