package org.switchroom.web.admin.campaign;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.switchroom.campaign.entity.CallHours;
import org.switchroom.campaign.entity.CallTime;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.web.support.Look;
import org.switchroom.web.support.Words;

/** Tries the call time of the form: whether it is open at a place and moment, and in the week from then on. */
@Named("callTimeTrial")
@ViewScoped
public class CallTimeTrialBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 7;

    @Inject
    private transient PartEditBacking edit;

    @Inject
    private transient DatabaseTime time;

    @Inject
    private transient Look look;

    @Inject
    private transient Words words;

    private String zone = "America/New_York";
    private String state = "";
    private String at = "";
    private transient CallHours.Verdict verdict;
    private transient LocalDateTime moment;
    private transient List<Day> week;

    /** One day of the week that is shown. */
    public record Day(String name, String hours) {}

    public void look() {
        verdict = null;
        boolean readable = edit.getKind().fields().stream().allMatch(field -> edit.isReadable(field.id()));
        if (!readable) {
            words.say(FacesMessage.SEVERITY_ERROR, "callTimeTrial.badPlan");
            return;
        }
        try {
            ZoneId place = ZoneId.of(zone == null ? "" : zone.strip());
            moment = at == null || at.isBlank()
                    ? LocalDateTime.ofInstant(time.now(), place).truncatedTo(ChronoUnit.MINUTES)
                    : LocalDateTime.parse(at.strip());
        } catch (DateTimeException e) {
            String wrong = at == null || at.isBlank() ? "zone" : "at";
            words.sayAt("edit:" + wrong, FacesMessage.SEVERITY_ERROR, words.of(sentence(wrong)));
            return;
        }
        CallHours hours = CallTime.hours(edit.getForm().typed());
        String law = state == null ? "" : state.strip();
        verdict = hours.at(moment, law);
        week = IntStream.range(0, DAYS)
                .mapToObj(days -> moment.toLocalDate().plusDays(days))
                .map(day -> new Day(
                        day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(look.getLocale())),
                        hours.of(day, law).toString()))
                .toList();
    }

    private static String sentence(String field) {
        return "zone".equals(field) ? "callTimeTrial.badZone" : "callTimeTrial.badMoment";
    }

    /** Null before anything was looked at. */
    public CallHours.Verdict getVerdict() {
        return verdict;
    }

    public String getThere() {
        return words.of("callTimeTrial.there", text(moment));
    }

    public String getUntil() {
        return verdict.changes()
                .map(change -> words.of("callTimeTrial.until", text(change)))
                .orElseGet(() -> words.of("callTimeTrial.never"));
    }

    private String text(LocalDateTime local) {
        return local.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(look.getLocale()));
    }

    public List<Day> getWeek() {
        return week;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
