package org.switchroom.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.switchroom.monitoring.boundary.AuditBoard;
import org.switchroom.monitoring.entity.Owner;
import org.switchroom.server.boundary.ServerRegistry;
import org.switchroom.server.boundary.ServerTester;
import org.switchroom.server.control.ConnectionTest;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.web.support.Figures;

/** The list of servers: their state, load and switch, and a connection test of each. */
@Named("servers")
@ViewScoped
public class ServersBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ServerRegistry registry;

    @Inject
    private transient ServerTester tester;

    @Inject
    private transient AuditBoard board;

    @Inject
    private transient Figures figures;

    private transient List<AsteriskServer> list;
    private transient Map<String, Object> channels;
    private transient Map<String, Owner> owners;
    private String tested;
    private transient ConnectionTest test;

    public void refresh() {
        list = null;
        channels = null;
        owners = null;
    }

    public void setEnabled(String name, boolean enabled) {
        registry.setEnabled(name, enabled);
        refresh();
    }

    public void test(String name) {
        tested = name;
        test = registry.settings(name).map(tester::test).orElse(null);
    }

    public List<AsteriskServer> getList() {
        if (list == null) {
            list = registry.list();
        }
        return list;
    }

    /** Live channels of a server; 0 if the figures know none. */
    public Object channels(String name) {
        if (channels == null) {
            channels = figures.map("Channels", "Channels");
        }
        return channels.getOrDefault(name, 0);
    }

    /** Null if nobody owns it now. */
    public Owner owner(String name) {
        if (owners == null) {
            owners = board.owners();
        }
        return owners.get(name);
    }

    public Map<String, Object> figures(String name) {
        return figures.ofServer(name);
    }

    public String getTested() {
        return tested;
    }

    public ConnectionTest getTest() {
        return test;
    }
}
