package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.common.Scope;
import org.switchroom.user.boundary.Rights;

/** Whose the request is, and what that person may see; asked for once a request. */
@Named
@RequestScoped
public class Viewer {
    @Inject
    private CurrentActor actor;

    @Inject
    private Rights rights;

    private Scope scope;

    public Scope scope() {
        if (scope == null) {
            scope = rights.scopeOf(name());
        }
        return scope;
    }

    /** Name of the account. */
    public String name() {
        return actor.actor().name();
    }
}
