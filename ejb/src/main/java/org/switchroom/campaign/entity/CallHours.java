package org.switchroom.campaign.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When calls may be made or taken, by the clock on the wall at the called place: a week plan, what a state allows, and holidays. Where more
 * than one speaks about a day, the strictest wins: a minute is open if it is open in all of them.
 */
public final class CallHours {
    private static final int LONGEST_LOOK_DAYS = 400;

    private final Map<DayOfWeek, Hours> week;
    private final List<StateHours> states;
    private final Map<LocalDate, Holiday> holidays;

    /** Who closed a minute. */
    public enum Because {
        OPEN,
        WEEK_PLAN,
        STATE,
        HOLIDAY
    }

    /**
     * What was found.
     *
     * @param because who closed it, or {@link Because#OPEN}
     * @param changes the next moment when it is otherwise; empty if not within the next year
     */
    public record Verdict(boolean open, Because because, Optional<LocalDateTime> changes) {}

    CallHours(Map<DayOfWeek, Hours> week, List<StateHours> states, Map<LocalDate, Holiday> holidays) {
        this.week = Map.copyOf(week);
        this.states = List.copyOf(states);
        this.holidays = Map.copyOf(holidays);
    }

    /** @param state as in ISO 3166-2; empty if not known or without a law of its own */
    public Verdict at(LocalDateTime local, String state) {
        boolean open = isOpen(local, state);
        return new Verdict(open, open ? Because.OPEN : closedBy(local, state), changes(local, state, open));
    }

    /** The hours of one day, all rules together. */
    public Hours of(LocalDate day, String state) {
        return planned(day).and(allowed(day, state)).and(holiday(day));
    }

    private boolean isOpen(LocalDateTime local, String state) {
        return of(local.toLocalDate(), state).isOpen(minute(local));
    }

    private Because closedBy(LocalDateTime local, String state) {
        LocalDate day = local.toLocalDate();
        if (!holiday(day).isOpen(minute(local))) {
            return Because.HOLIDAY;
        }
        return planned(day).isOpen(minute(local)) && !allowed(day, state).isOpen(minute(local))
                ? Because.STATE
                : Because.WEEK_PLAN;
    }

    private Optional<LocalDateTime> changes(LocalDateTime from, String state, boolean open) {
        for (int ahead = 0; ahead < LONGEST_LOOK_DAYS; ahead++) {
            LocalDate day = from.toLocalDate().plusDays(ahead);
            Hours hours = of(day, state);
            int start = ahead == 0 ? minute(from) : 0;
            int[] edges = hours.spans().stream()
                    .flatMapToInt(span -> Arrays.stream(new int[] {span.from(), span.to()}))
                    .toArray();
            if (ahead > 0 && hours.isOpen(0) != open) {
                return Optional.of(day.atStartOfDay());
            }
            for (int edge : edges) {
                if (edge > start && edge < 24 * 60 && hours.isOpen(edge) != open) {
                    return Optional.of(day.atStartOfDay().plusMinutes(edge));
                }
            }
        }
        return Optional.empty();
    }

    private Hours planned(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), Hours.NONE);
    }

    private Hours allowed(LocalDate day, String state) {
        return states.stream()
                .filter(law -> law.state().equals(state) && law.days().contains(day.getDayOfWeek()))
                .map(StateHours::hours)
                .reduce(Hours.ALL_DAY, Hours::and);
    }

    private Hours holiday(LocalDate day) {
        return Optional.ofNullable(holidays.get(day)).map(Holiday::hours).orElse(Hours.ALL_DAY);
    }

    private static int minute(LocalDateTime local) {
        return local.getHour() * 60 + local.getMinute();
    }
}
