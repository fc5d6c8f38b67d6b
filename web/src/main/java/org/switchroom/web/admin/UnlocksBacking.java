package org.switchroom.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.guard.boundary.GuardBoard;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.user.boundary.UserGroups;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.UserGroup;
import org.switchroom.web.support.Words;

/** Costly numbers that are open for a while, and the countries that were called. */
@Named("unlocks")
@ViewScoped
public class UnlocksBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_GROUPS = 1000;
    private static final int LONGEST_DAYS = 90;

    @Inject
    private transient GuardBoard board;

    @Inject
    private transient UserGroups groups;

    @Inject
    private transient DatabaseTime time;

    @Inject
    private transient Words words;

    private transient List<Unlock> list;
    private transient List<NewCountry> countries;
    private String group;
    private String destination;
    private String reason;
    private int days = 1;

    public void open() {
        try {
            Duration length = Duration.ofDays(Math.min(Math.max(days, 1), LONGEST_DAYS));
            board.unlock(
                    group,
                    destination == null ? null : destination.strip(),
                    time.now().plus(length),
                    reason);
            words.say(FacesMessage.SEVERITY_INFO, "guard.opened", destination, group);
            destination = null;
            reason = null;
        } catch (SettingsRefusedException e) {
            e.violations()
                    .forEach(each -> words.sayAt("open:" + each.field(), FacesMessage.SEVERITY_ERROR, each.message()));
        }
        list = null;
    }

    public void shut(long id) {
        quietly(() -> board.shut(id));
        list = null;
    }

    public void seen(String country) {
        quietly(() -> board.seen(country));
        countries = null;
    }

    /** Somebody else did it a moment before: it is as was wanted. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (UnknownNameException e) {
            // it is done
        }
    }

    public List<Unlock> getList() {
        if (list == null) {
            list = board.unlocks();
        }
        return list;
    }

    public List<NewCountry> getCountries() {
        if (countries == null) {
            countries = board.countries();
        }
        return countries;
    }

    public boolean isAlarm(NewCountry country) {
        return country.isAlarm(time.now());
    }

    public List<String> getGroups() {
        return groups.list("", MOST_GROUPS).stream().map(UserGroup::getName).toList();
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getDestination() {
        return destination;
    }

    public void setDestination(String destination) {
        this.destination = destination;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
