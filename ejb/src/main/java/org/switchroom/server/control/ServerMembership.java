package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.AsteriskLogin;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerState;

/** Lets servers take part and leave: in the directory and in the adapter's event streams. */
@ApplicationScoped
public class ServerMembership {
    @Inject
    private ServerDirectory directory;

    @Inject
    private AmiEventStreams streams;

    @Inject
    private SecretSeal seal;

    /** Makes what is known of this server equal to its row; an enabled server is joined, a disabled one leaves. */
    public void apply(AsteriskServer server) {
        try {
            ServerFacts facts = facts(server);
            directory.put(facts);
            if (facts.enabled()) {
                ServerLog.LOG.joins(
                        facts.name(),
                        facts.events().host(),
                        facts.events().port(),
                        facts.events().user());
                streams.join(facts.events());
            } else {
                leave(facts.name());
            }
        } catch (SecretSealBrokenException | IllegalArgumentException e) {
            directory.remove(server.getName());
            ServerLog.LOG.canNotJoin(server.getName(), e.getMessage());
        }
    }

    void afterChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) ServerChange change) {
        change.server().ifPresentOrElse(this::apply, () -> remove(change.name()));
    }

    private void remove(String name) {
        leave(name);
        directory.remove(name);
    }

    private void leave(String name) {
        if (streams.joined().contains(name)) {
            ServerLog.LOG.leaves(name);
            streams.leave(name);
        }
    }

    private ServerFacts facts(AsteriskServer server) {
        return new ServerFacts(
                server.getName(),
                server.isEnabled(),
                stateOf(server),
                server.getMaxOriginatesPerSecond(),
                server.getMaxChannels(),
                address(server, LoginPurpose.COMMAND_A),
                address(server, LoginPurpose.EVENTS));
    }

    /** A stream that stands already tells nothing new, so its state is kept; all others begin anew. */
    private ServerState stateOf(AsteriskServer server) {
        return directory
                .find(server.getName())
                .filter(known -> known.enabled() && server.isEnabled())
                .filter(known -> known.events().equals(address(server, LoginPurpose.EVENTS)))
                .map(ServerFacts::state)
                .orElse(server.isEnabled() ? ServerState.CONNECTING : ServerState.DISABLED);
    }

    private AmiServer address(AsteriskServer server, LoginPurpose purpose) {
        AsteriskLogin login = server.login(purpose)
                .orElseThrow(
                        () -> new IllegalArgumentException("server " + server.getName() + " has no login " + purpose));
        String secret = seal.open(login.getSealedSecret(), server.getName() + "/" + purpose);
        return new AmiServer(
                server.getName(),
                server.getHost(),
                server.getPort(),
                server.getTransport(),
                login.getUserName(),
                new AmiServer.Secret(secret));
    }
}
