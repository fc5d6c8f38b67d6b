package org.switchroom.web.admin.lead;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchroom.common.SituationException;
import org.switchroom.lead.boundary.Callbacks;
import org.switchroom.lead.control.PhoneReading;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;
import org.switchroom.web.support.Look;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** All callbacks by state, the first due first, in the customer's time and in one's own. */
@Named("callbackList")
@ViewScoped
public class CallbacksBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    @Inject
    private transient Callbacks callbacks;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient Look look;

    private CallbackState state = CallbackState.DUE;
    private transient List<Callback> shown;
    private boolean moreThere;
    private Long asked;
    private int askedVersion;

    public void choose(CallbackState wanted) {
        state = wanted;
        shown = null;
    }

    public void refresh() {
        shown = null;
    }

    public void showMore() {
        List<Callback> before = getShown();
        Callback last = before.get(before.size() - 1);
        List<Callback> more = page(last.dueAt(), last.id());
        shown = new ArrayList<>(before);
        shown.addAll(more);
    }

    /** Asks before a callback is given up. */
    public void ask(Callback callback) {
        asked = callback.id();
        askedVersion = callback.version();
    }

    public void cancel() {
        if (asked != null) {
            try {
                callbacks.become(asked, askedVersion, CallbackState.CANCELLED, viewer.scope());
            } catch (SituationException e) {
                words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
            }
            asked = null;
            shown = null;
        }
    }

    /** Grouped as its country writes it; "-" if the lead is gone. */
    public String phone(Callback callback) {
        return callback.phone() == null ? "-" : PhoneReading.shown(callback.phone());
    }

    /** When it is due, by the customer's clock. */
    public String local(Callback callback) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(look.getLocale())
                .format(callback.dueAt().atZone(callback.zone()));
    }

    private List<Callback> page(Instant afterDue, long afterId) {
        List<Callback> page = callbacks.list(state, afterDue, afterId, PAGE + 1, viewer.scope());
        moreThere = page.size() > PAGE;
        return moreThere ? page.subList(0, PAGE) : page;
    }

    public List<Callback> getShown() {
        if (shown == null) {
            shown = page(Instant.EPOCH, 0);
        }
        return shown;
    }

    public Map<CallbackState, Long> getCounts() {
        return viewer.scope().all() ? callbacks.counts() : Map.of();
    }

    public CallbackState[] getStates() {
        return CallbackState.values();
    }

    public CallbackState getState() {
        return state;
    }

    public boolean isMoreThere() {
        return moreThere;
    }
}
