package org.switchroom.web.admin;

import java.io.Serializable;
import java.math.BigDecimal;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.CapScope;

/** One limit of the guard while it is edited. */
public class CapField implements Serializable {
    private static final long serialVersionUID = 1L;

    private CapScope scope = CapScope.GROUP;
    private String name;
    private Integer perMinute;
    private Integer perHour;
    private Integer perDay;
    private Integer atOnce;
    private BigDecimal spend;

    CapField() {}

    CapField(Cap cap) {
        scope = cap.key().scope();
        name = scope == CapScope.ALL ? "" : cap.key().name();
        perMinute = cap.callsPerMinute();
        perHour = cap.callsPerHour();
        perDay = cap.callsPerDay();
        atOnce = cap.concurrentCalls();
        spend = cap.spendPerDay() == null
                ? null
                : new BigDecimal(cap.spendPerDay().stripTrailingZeros().toPlainString());
    }

    Cap cap() {
        String named = name == null ? "" : name.strip();
        CapKey key = scope == CapScope.ALL ? CapKey.ALL : new CapKey(scope, named);
        return new Cap(key, perMinute, perHour, perDay, atOnce, spend);
    }

    public CapScope getScope() {
        return scope;
    }

    public void setScope(CapScope scope) {
        this.scope = scope;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(Integer perMinute) {
        this.perMinute = perMinute;
    }

    public Integer getPerHour() {
        return perHour;
    }

    public void setPerHour(Integer perHour) {
        this.perHour = perHour;
    }

    public Integer getPerDay() {
        return perDay;
    }

    public void setPerDay(Integer perDay) {
        this.perDay = perDay;
    }

    public Integer getAtOnce() {
        return atOnce;
    }

    public void setAtOnce(Integer atOnce) {
        this.atOnce = atOnce;
    }

    public BigDecimal getSpend() {
        return spend;
    }

    public void setSpend(BigDecimal spend) {
        this.spend = spend;
    }
}
