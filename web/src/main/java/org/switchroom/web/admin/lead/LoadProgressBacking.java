package org.switchroom.web.admin.lead;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.RowOutcome;
import org.switchroom.lead.load.ColumnGuess;
import org.switchroom.web.support.Look;
import org.switchroom.web.support.Words;

/** A load in words and numbers: how far, how fast, how long still, what became of the rows. */
@Named("loadProgress")
@RequestScoped
public class LoadProgressBacking {
    private static final int MOST_ZONES = 8;

    /** Leads by their zone on a bar. */
    public record Bar(String word, long count, long percent) {}

    @Inject
    private DatabaseTime time;

    @Inject
    private Words words;

    @Inject
    private Look look;

    /** Rows a second since it was begun; 0 while nobody knows. */
    public long rate(LeadLoad load) {
        if (load.startedAt() == null) {
            return 0;
        }
        Instant end = load.finishedAt() == null ? time.now() : load.finishedAt();
        long millis = Math.max(1, Duration.between(load.startedAt(), end).toMillis());
        return load.position() * 1000 / millis;
    }

    /** A sentence on speed and the time left; empty while nobody knows. */
    public String course(LeadLoad load) {
        long rate = rate(load);
        if (rate == 0 || load.total() == null) {
            return "";
        }
        long left = Math.max(0, load.total() - load.position()) / rate;
        return words.of("load.course", rate, look.clock(Duration.ofSeconds(left)));
    }

    /** The total, or what is done where it is not known. */
    public long most(LeadLoad load) {
        return Math.max(1, Math.max(load.position(), load.total() == null ? 0 : load.total()));
    }

    /** Kinds of bad numbers with their counts, in a sentence; empty if there are none. */
    public String badPhones(LeadLoad load) {
        List<String> parts = new ArrayList<>();
        for (RowOutcome outcome : RowOutcome.values()) {
            if (outcome.isBadPhone() && load.result().count(outcome) > 0) {
                parts.add(words.of("outcome." + outcome) + " "
                        + look.number(load.result().count(outcome)));
            }
        }
        return String.join(", ", parts);
    }

    /** The zones with the most leads; those with several possible ones together. */
    public List<Bar> zones(LeadLoad load) {
        long all = Math.max(1, load.result().loaded());
        List<Bar> bars = new ArrayList<>(load.result().zones().entrySet().stream()
                .filter(zone -> !zone.getKey().contains(","))
                .map(zone -> new Bar(word(zone.getKey()), zone.getValue(), zone.getValue() * 100 / all))
                .sorted(Comparator.comparingLong(Bar::count).reversed())
                .limit(MOST_ZONES)
                .toList());
        long several = load.result().severalZones();
        if (several > 0) {
            bars.add(new Bar(words.of("load.severalZones"), several, several * 100 / all));
        }
        return bars;
    }

    /** What a column may go to. */
    public List<SelectItem> targets(LeadList list) {
        List<SelectItem> items = new ArrayList<>();
        items.add(new SelectItem("", words.of("load.leaveOut")));
        if (list == null) {
            items.add(new SelectItem(LeadField.PHONE.word(), words.of("field.phone")));
            return items;
        }
        for (LeadField field : LeadField.values()) {
            items.add(new SelectItem(field.word(), words.of("field." + field.word())));
        }
        list.fields()
                .forEach(own ->
                        items.add(new SelectItem(ColumnGuess.OWN + own.name(), words.of("load.own", own.label()))));
        return items;
    }

    private String word(String zone) {
        return zone.isEmpty() ? words.of("load.noZone") : zone.replace('_', ' ');
    }
}
