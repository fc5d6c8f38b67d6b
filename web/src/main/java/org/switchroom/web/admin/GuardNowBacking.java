package org.switchroom.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.guard.boundary.GuardBoard;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.web.support.Figures;
import org.switchroom.web.support.Words;

/** How the guard stands now: whether it is set up, and what it raised the alarm for. */
@Named("guardNow")
@RequestScoped
public class GuardNowBacking {
    @Inject
    private GuardBoard board;

    @Inject
    private Figures figures;

    @Inject
    private Words words;

    private String trouble;

    public Map<String, Object> getFigures() {
        return figures.of("Guard");
    }

    public long getRefused() {
        return figures.map("Guard", "Refused").values().stream()
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
    }

    public String getCurrency() {
        return board.settings().settings().plan().currency();
    }

    /** OFF, ALARM or ON. */
    public String getState() {
        if (!isEnforced()) {
            return "OFF";
        }
        return getTrouble().isEmpty() ? "ON" : "ALARM";
    }

    private boolean isEnforced() {
        return Boolean.TRUE.equals(getFigures().get("Enforced"));
    }

    /** What is not well, in a sentence; empty if all is. */
    public String getTrouble() {
        if (trouble == null) {
            trouble = isEnforced() ? String.join("; ", alarms()) : words.of("guard.off");
        }
        return trouble;
    }

    private List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        String countries = board.alarms().stream().map(NewCountry::country).collect(Collectors.joining(", "));
        if (!countries.isEmpty()) {
            alarms.add(words.of("guard.newCountries", countries));
        }
        board.latestCap().ifPresent(reason -> alarms.add(words.of("guard.capReached", reason)));
        return alarms;
    }
}
