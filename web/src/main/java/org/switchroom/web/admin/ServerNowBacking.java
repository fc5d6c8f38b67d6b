package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.switchroom.monitoring.boundary.AuditBoard;
import org.switchroom.monitoring.entity.Owner;
import org.switchroom.server.boundary.AmiPauses;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.entity.AmiPause;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.web.support.Figures;
import org.switchroom.web.support.Look;

/** How one server is now, who owns it, and when its manager port paused. */
@Named("serverNow")
@ViewScoped
public class ServerNowBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final long MINUTE_MILLIS = 60_000;

    @Inject
    private transient ServerRegistry registry;

    @Inject
    private transient AuditBoard board;

    @Inject
    private transient AmiPauses paused;

    @Inject
    private transient Figures all;

    @Inject
    private transient Look look;

    @Inject
    private transient HttpServletRequest request;

    private String name;
    private transient AsteriskServer server;
    private transient List<AmiPause> pauses;
    private transient Map<String, Object> figures;
    private transient Map<String, Owner> owners;

    @PostConstruct
    void read() {
        name = request.getParameter("name");
    }

    public void refresh() {
        server = null;
        pauses = null;
        figures = null;
        owners = null;
    }

    /** Null if it was removed meanwhile; the page shows nothing then. */
    public AsteriskServer getServer() {
        if (server == null) {
            server = registry.find(name).orElse(null);
        }
        return server;
    }

    /** Null if nobody owns it now. */
    public Owner getOwner() {
        if (owners == null) {
            owners = board.owners();
        }
        return owners.get(name);
    }

    public Map<String, Object> getFigures() {
        if (figures == null) {
            figures = all.ofServer(name);
        }
        return figures;
    }

    public List<AmiPause> getPauses() {
        if (pauses == null) {
            pauses = paused.recent(name, SHOWN);
        }
        return pauses;
    }

    /** The longest of the pauses shown, milliseconds: full length of the bar. */
    public long getLongest() {
        return getPauses().stream()
                .mapToLong(pause -> pause.getLength().toMillis())
                .max()
                .orElse(1);
    }

    public String rate(AmiPause pause) {
        return look.number(Math.round(pause.getEventsPerSecond()));
    }

    public String length(Duration length) {
        if (length == null) {
            return "-";
        }
        return length.toMillis() < MINUTE_MILLIS
                ? look.number(length.toMillis() / 100 / 10.0) + " s"
                : look.clock(length);
    }
}
