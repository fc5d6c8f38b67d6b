package org.switchroom.channel.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.switchroom.channel.entity.ChannelKey;
import org.switchroom.channel.entity.LiveChannel;

/** The live channels of all servers, for pages and REST. */
@Stateless
public class LiveBoard {
    @PersistenceContext
    private EntityManager entities;

    /**
     * Channels, oldest first, so that a new one comes at the end.
     *
     * @param serverName only this server's, or all if null or empty
     */
    public List<LiveChannel> list(String serverName) {
        boolean all = serverName == null || serverName.isEmpty();
        return entities.createQuery(
                        "select c from LiveChannel c where :all = true or c.serverName = :server"
                                + " order by c.createdAt, c.serverName, c.uniqueid",
                        LiveChannel.class)
                .setParameter("all", all)
                .setParameter("server", all ? "" : serverName)
                .getResultList();
    }

    public Optional<LiveChannel> find(String serverName, String uniqueid) {
        return Optional.ofNullable(entities.find(LiveChannel.class, new ChannelKey(serverName, uniqueid)));
    }

    /** How many there are, stale ones counted too. */
    public long count() {
        return entities.createQuery("select count(c) from LiveChannel c", Long.class)
                .getSingleResult();
    }
}
