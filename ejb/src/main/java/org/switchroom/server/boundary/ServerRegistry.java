package org.switchroom.server.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SecretSeal;
import org.switchroom.server.control.ServerChange;
import org.switchroom.server.control.ServerInvalidException;
import org.switchroom.server.control.ServersChanged;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerSettings;

/** Where administrators keep their Asterisk servers. Changes take effect after the commit, without a restart. */
@Stateless
public class ServerRegistry {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SecretSeal seal;

    @Inject
    private DatabaseTime time;

    @Inject
    private Event<ServerChange> change;

    @Inject
    private Event<ServersChanged> changed;

    /** All servers by name. */
    public List<AsteriskServer> list() {
        return entities.createQuery("select s from AsteriskServer s order by s.name", AsteriskServer.class)
                .getResultList();
    }

    public Optional<AsteriskServer> find(String name) {
        return entities.createQuery("select s from AsteriskServer s where s.name = :name", AsteriskServer.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /**
     * Adds the server of this name or changes the one that is there. A login without a secret keeps the present one.
     *
     * @return whether it is new
     * @throws ServerInvalidException if a setting can't be right; nothing is changed
     */
    public boolean save(ServerSettings settings) {
        Optional<AsteriskServer> present = find(nameOf(settings));
        refuseInvalid(settings, present);
        Instant now = time.now();
        AsteriskServer server = present.orElseGet(() -> new AsteriskServer(settings.name(), now));
        server.configure(settings, now);
        applyLogins(server, settings);
        if (present.isEmpty()) {
            entities.persist(server);
        }
        tell(server);
        return present.isEmpty();
    }

    /** Lets a server take part or switches it off; unknown names are ignored. */
    public void setEnabled(String name, boolean enabled) {
        find(name).filter(server -> server.isEnabled() != enabled).ifPresent(server -> {
            server.setEnabled(enabled, time.now());
            tell(server);
        });
    }

    /** Removes a server; its waiting rows become FAILED. Unknown names are ignored. */
    public void remove(String name) {
        find(name).ifPresent(server -> {
            entities.remove(server);
            change.fire(new ServerChange(name, Optional.empty()));
            changed.fire(new ServersChanged(Set.of(name)));
        });
    }

    /** The settings as they are, without secrets. */
    public Optional<ServerSettings> settings(String name) {
        return find(name).map(ServerRegistry::toSettings);
    }

    private void tell(AsteriskServer server) {
        entities.flush();
        change.fire(new ServerChange(server.getName(), Optional.of(server)));
        changed.fire(new ServersChanged(Set.of(server.getName())));
    }

    private void applyLogins(AsteriskServer server, ServerSettings settings) {
        for (LoginPurpose purpose : LoginPurpose.values()) {
            ServerSettings.Login login = settings.logins().get(purpose);
            if (login == null) {
                server.removeLogin(purpose);
            } else {
                String owner = server.getName() + "/" + purpose;
                server.login(purpose, login.user(), login.hasSecret() ? seal.seal(login.secret(), owner) : null);
            }
        }
    }

    private static void refuseInvalid(ServerSettings settings, Optional<AsteriskServer> present) {
        var violations = settings.violations();
        settings.logins().forEach((purpose, login) -> {
            boolean kept = present.flatMap(server -> server.login(purpose)).isPresent();
            if (!login.hasSecret() && !kept) {
                violations.add(new ServerSettings.Violation("logins." + purpose + ".secret", "a secret is needed"));
            }
        });
        if (!violations.isEmpty()) {
            throw new ServerInvalidException(violations);
        }
    }

    private static String nameOf(ServerSettings settings) {
        return settings.name() == null ? "" : settings.name();
    }

    private static ServerSettings toSettings(AsteriskServer server) {
        Map<LoginPurpose, ServerSettings.Login> logins = new EnumMap<>(LoginPurpose.class);
        for (LoginPurpose purpose : LoginPurpose.values()) {
            server.login(purpose)
                    .ifPresent(login -> logins.put(purpose, new ServerSettings.Login(login.getUserName(), null)));
        }
        return new ServerSettings(
                server.getName(),
                server.getHost(),
                server.getPort(),
                server.getTransport(),
                server.isEnabled(),
                server.getMaxOriginatesPerSecond(),
                server.getMaxChannels(),
                logins);
    }
}
