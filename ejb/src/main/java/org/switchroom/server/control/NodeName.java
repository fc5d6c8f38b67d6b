package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * This application server. Its name stands on the rows that it claims; as a holder of leases it has the name and its start, so that
 * a node that starts again never takes an older life's lease for its own, nor a second node of the same name the first one's.
 */
@ApplicationScoped
public class NodeName {
    private static final int LONGEST = 64;

    private final String name;
    private final String holder;

    public NodeName() {
        this(System.getProperty("jboss.node.name", "node"));
    }

    NodeName(String name) {
        this.name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        this.holder = this.name + "#" + UUID.randomUUID();
    }

    public String name() {
        return name;
    }

    /** Who holds this node's leases, for example {@code pbx-host-1#6f0c...}. */
    public String holder() {
        return holder;
    }
}
