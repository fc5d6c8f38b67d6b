package org.switchroom.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.audit.entity.ChainReport;
import org.switchroom.web.support.Diff;
import org.switchroom.web.support.Look;

/** What people did. Pages go on below the last entry shown, so they stay what they were while new entries come in. */
@Named("trail")
@ViewScoped
public class AuditTrailBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient Look look;

    private String actor;
    private String subject;
    private String key;
    private String from;
    private String until;
    private long before = Long.MAX_VALUE;
    private final Deque<Long> newer = new ArrayDeque<>();
    private transient List<AuditRecord> list;
    private transient List<String> subjects;
    private transient ChainReport report;

    public void search() {
        newer.clear();
        before = Long.MAX_VALUE;
        list = null;
    }

    public void showOlder() {
        List<AuditRecord> shown = getList();
        if (isMore()) {
            newer.push(before);
            before = shown.get(shown.size() - 1).getId();
            list = null;
        }
    }

    public void showNewer() {
        if (!newer.isEmpty()) {
            before = newer.pop();
            list = null;
        }
    }

    public void verify() {
        report = trail.verify();
    }

    /** Those of this page. */
    public List<AuditRecord> getList() {
        List<AuditRecord> read = read();
        return read.size() > PAGE ? read.subList(0, PAGE) : read;
    }

    public boolean isMore() {
        return read().size() > PAGE;
    }

    public boolean isNewer() {
        return !newer.isEmpty();
    }

    private List<AuditRecord> read() {
        if (list == null) {
            list = trail.list(AuditQuery.of(actor, subject, key, from, until, look.getZone()), before, PAGE + 1);
        }
        return list;
    }

    public List<Diff.Line> diff(AuditRecord entry) {
        return Diff.lines(entry.getChanges());
    }

    /** The same search, for the export. */
    public String getQuery() {
        List<String> parts = new ArrayList<>();
        add(parts, "actor", actor);
        add(parts, "subject", subject);
        add(parts, "key", key);
        add(parts, "from", from);
        add(parts, "until", until);
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (value != null && !value.isBlank()) {
            parts.add(name + "=" + URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
        }
    }

    public List<String> getSubjects() {
        if (subjects == null) {
            subjects = trail.subjects();
        }
        return subjects;
    }

    /** Null until somebody verified. */
    public ChainReport getReport() {
        return report;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
