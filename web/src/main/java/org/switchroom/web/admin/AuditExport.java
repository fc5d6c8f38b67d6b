package org.switchroom.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditFilter;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.web.support.CsvLine;
import org.switchroom.web.support.Look;

/** The entries that a search found, as a CSV file; who takes them out is an entry itself. */
@WebServlet("/admin/audit/entries.csv")
public class AuditExport extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int BATCH = 500;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient AuditLog log;

    @Inject
    private transient Look look;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditFilter filter = AuditQuery.of(
                request.getParameter("actor"),
                request.getParameter("subject"),
                request.getParameter("key"),
                request.getParameter("from"),
                request.getParameter("until"),
                look.getZone());
        remember(request, filter);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setHeader("Cache-Control", "no-store");
        write(filter, response.getWriter());
    }

    private void remember(HttpServletRequest request, AuditFilter filter) {
        Map<String, String> searched = new TreeMap<>();
        filter.actor().ifPresent(value -> searched.put("actor", value));
        filter.subject().ifPresent(value -> searched.put("subject", value));
        filter.key().ifPresent(value -> searched.put("key", value));
        filter.from().ifPresent(value -> searched.put("from", value.toString()));
        filter.until().ifPresent(value -> searched.put("until", value.toString()));
        Actor actor = new Actor(request.getRemoteUser(), Actor.Way.PAGE, Optional.ofNullable(request.getRemoteAddr()));
        log.record(
                actor,
                AuditEntry.of("audit_entry", "csv").verb(AuditVerb.EXPORTED).after(searched));
    }

    private void write(AuditFilter filter, Writer out) throws IOException {
        out.write(CsvLine.of("id", "at", "actor", "way", "address", "verb", "subject", "key", "changes", "hash"));
        long before = Long.MAX_VALUE;
        List<AuditRecord> batch = trail.list(filter, before, BATCH);
        while (!batch.isEmpty()) {
            for (AuditRecord entry : batch) {
                out.write(line(entry));
                before = entry.getId();
            }
            batch = batch.size() < BATCH ? List.of() : trail.list(filter, before, BATCH);
        }
    }

    private static String line(AuditRecord entry) {
        return CsvLine.of(
                entry.getId(),
                entry.getAt(),
                entry.getActor(),
                entry.getWay(),
                entry.address().orElse(""),
                entry.getVerb(),
                entry.getSubject(),
                entry.getKey(),
                entry.getChanges(),
                entry.getHash());
    }
}
