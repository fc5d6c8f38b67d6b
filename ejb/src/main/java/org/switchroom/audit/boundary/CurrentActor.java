package org.switchroom.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import org.switchroom.audit.entity.Actor;

/** Who the request belongs to. Whoever takes the request fills it; what nobody filled is the system's. */
@RequestScoped
public class CurrentActor {
    private Actor actor = Actor.SYSTEM;

    public Actor actor() {
        return actor;
    }

    public void become(Actor other) {
        actor = other;
    }
}
