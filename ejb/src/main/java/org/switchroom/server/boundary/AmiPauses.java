package org.switchroom.server.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.switchroom.server.entity.AmiPause;

/** When a server's manager port paused; figures of the present are in the server's statistics. */
@Stateless
public class AmiPauses {
    @PersistenceContext
    private EntityManager entities;

    /** The latest pauses of a server, newest first, at most {@code count}; none for an unknown name. */
    public List<AmiPause> recent(String serverName, int count) {
        return entities.createQuery(
                        "select p from AmiPause p where p.serverName = :server order by p.startedAt desc, p.id desc",
                        AmiPause.class)
                .setParameter("server", serverName)
                .setMaxResults(count)
                .getResultList();
    }
}
