package org.switchroom.web.supervisor;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.PrimeFaces;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.entity.ActionFilter;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.ActionTransition;
import org.switchroom.web.support.DatabaseReach;
import org.switchroom.web.support.Words;

/** The central queue: a list that holds still, with new rows announced above it, one row opened at a time. */
@Named("queue")
@ViewScoped
public class QueueBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ANNOUNCED_AT_MOST = 100;

    @Inject
    private transient ActionQueue queue;

    @Inject
    private transient DatabaseReach reach;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private transient ActionLines lines;
    private transient Map<ActionStatus, Long> counts;
    private ActionStatus status;
    private String server;
    private String text;
    private Long newest;
    private int newCount;
    private Long opened;
    private Long asked;

    @PostConstruct
    public void showNew() {
        newest = reach.read(
                () -> queue.list(filter(), 0, 1).stream()
                        .findFirst()
                        .map(row -> row.getId())
                        .orElse(0L),
                newest == null ? Long.valueOf(0) : newest);
        refresh();
    }

    /** Reads anew what is shown; rows that are newer than the list are only counted. */
    public void refresh() {
        counts = null;
        newCount = reach.read(this::countNew, newCount);
        if (newest == 0 && newCount > 0) {
            showNew();
        }
        lines().show(filter().withUpToId(newest));
    }

    private int countNew() {
        return (int) queue.list(filter(), 0, ANNOUNCED_AT_MOST).stream()
                .filter(row -> row.getId() > newest)
                .count();
    }

    public void choose(ActionStatus wanted) {
        status = wanted;
        search();
    }

    public void search() {
        opened = null;
        showNew();
        PrimeFaces.current().executeScript("swFirstPage('rows')");
    }

    public void toggle(long id) {
        opened = opened != null && opened == id ? null : id;
    }

    public void ask(long id) {
        asked = id;
    }

    public void cancel() {
        if (reach.isAway()) {
            words.say(FacesMessage.SEVERITY_ERROR, "queue.notNow");
            return;
        }
        boolean done = queue.cancel(asked, request.getRemoteUser());
        words.say(
                done ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR,
                done ? "queue.cancelled" : "queue.cancelTooLate",
                asked);
        refresh();
    }

    public List<ActionTransition> getTransitions() {
        return opened == null ? List.of() : reach.read(() -> queue.transitions(opened), List.of());
    }

    public ActionLines getLines() {
        return lines();
    }

    public Map<ActionStatus, Long> getCounts() {
        if (counts == null) {
            counts = reach.read(queue::countsByStatus, Map.of());
        }
        return counts;
    }

    public ActionStatus[] getStatuses() {
        return ActionStatus.values();
    }

    private ActionLines lines() {
        if (lines == null) {
            lines = new ActionLines(queue, reach);
            lines.show(filter().withUpToId(newest));
        }
        return lines;
    }

    private ActionFilter filter() {
        return ActionFilter.ALL.withStatus(status).withServer(server).withText(text);
    }

    public ActionStatus getStatus() {
        return status;
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public int getNewCount() {
        return newCount;
    }

    public Long getOpened() {
        return opened;
    }

    public Long getAsked() {
        return asked;
    }
}
