package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;

/** The name of this application server, as it stands on the rows that it claims. */
@ApplicationScoped
public class NodeName {
    private final String name = System.getProperty("jboss.node.name", "node");

    public String name() {
        return name.length() > 64 ? name.substring(0, 64) : name;
    }
}
