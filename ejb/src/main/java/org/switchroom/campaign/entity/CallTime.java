package org.switchroom.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** When calls may be made or taken: a week plan, holidays, and what states allow. */
@Entity
@Table(name = "call_time")
public class CallTime extends CampaignPart {
    @Column(name = "monday", nullable = false, length = 100)
    private String monday;

    @Column(name = "tuesday", nullable = false, length = 100)
    private String tuesday;

    @Column(name = "wednesday", nullable = false, length = 100)
    private String wednesday;

    @Column(name = "thursday", nullable = false, length = 100)
    private String thursday;

    @Column(name = "friday", nullable = false, length = 100)
    private String friday;

    @Column(name = "saturday", nullable = false, length = 100)
    private String saturday;

    @Column(name = "sunday", nullable = false, length = 100)
    private String sunday;

    @Column(name = "holidays", nullable = false, columnDefinition = "mediumtext")
    private String holidays;

    @Column(name = "states", nullable = false, columnDefinition = "mediumtext")
    private String states;

    @Override
    public PartKind kind() {
        return PartKind.CALL_TIME;
    }

    @Override
    void write(Map<String, String> values) {
        values.put("monday", monday);
        values.put("tuesday", tuesday);
        values.put("wednesday", wednesday);
        values.put("thursday", thursday);
        values.put("friday", friday);
        values.put("saturday", saturday);
        values.put("sunday", sunday);
        values.put("holidays", holidays);
        values.put("states", states);
    }

    @Override
    void read(Map<String, String> values) {
        monday = values.get("monday");
        tuesday = values.get("tuesday");
        wednesday = values.get("wednesday");
        thursday = values.get("thursday");
        friday = values.get("friday");
        saturday = values.get("saturday");
        sunday = values.get("sunday");
        holidays = values.get("holidays");
        states = values.get("states");
    }

    /** What these texts say. */
    public CallHours hours() {
        return hours(values());
    }

    /** What texts say that have been checked. */
    public static CallHours hours(Map<String, String> values) {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    Hours.parse(values.get(day.name().toLowerCase(Locale.ROOT))).orElseThrow());
        }
        Map<LocalDate, Holiday> holidays = new HashMap<>();
        lines(values.get("holidays")).stream()
                .map(line -> Holiday.parse(line).orElseThrow())
                .forEach(holiday -> holidays.put(holiday.day(), holiday));
        List<StateHours> states = lines(values.get("states")).stream()
                .map(line -> StateHours.parse(line).orElseThrow())
                .toList();
        return new CallHours(week, states, holidays);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
