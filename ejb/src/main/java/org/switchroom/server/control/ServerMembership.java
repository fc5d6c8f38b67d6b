package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServer;
import org.switchroom.common.control.SecretSeal;
import org.switchroom.common.control.SecretSealBrokenException;
import org.switchroom.server.entity.AsteriskLogin;
import org.switchroom.server.entity.AsteriskServer;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerState;

/**
 * Lets servers take part and leave: in the directory, and in the adapter's event streams while this node owns them.
 */
@ApplicationScoped
public class ServerMembership {
    /** All that was written on a connection has its answer or is lost by then: longer than any action but Originate waits for its response. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(6);

    @Inject
    private ServerDirectory directory;

    @Inject
    private AmiEventStreams streams;

    @Inject
    private AmiConnectionFactory connections;

    @Inject
    private ServerOwnership ownership;

    @Inject
    private SecretSeal seal;

    /** Makes what is known of this server equal to its row; an enabled server that is ours is joined, all others leave. */
    public void apply(AsteriskServer server) {
        try {
            follow(directory.take(facts(server)));
        } catch (SecretSealBrokenException | IllegalArgumentException e) {
            directory.remove(server.getName());
            ServerLog.LOG.canNotJoin(server.getName(), e.getMessage());
        }
    }

    void afterChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) ServerChange change) {
        change.server().ifPresentOrElse(this::apply, () -> remove(change.name()));
    }

    /** From now on it is listened to, and written to with the command user of its epoch; the one before gives its sockets up. */
    void own(@Observes ServerOwned owned) {
        String name = owned.serverName();
        Optional<AmiServer> before = directory.find(name).map(ServerFacts::command);
        directory.changeEpoch(name, ownership.lastEpoch(name));
        directory.find(name).ifPresent(facts -> {
            before.filter(user -> !user.equals(facts.command()))
                    .ifPresent(user -> connections.release(user, TO_ANSWER));
            follow(facts);
        });
    }

    /** Another node listens to it now. */
    void yield(@Observes ServerYielded yielded) {
        leave(yielded.serverName());
        directory.changeState(yielded.serverName(), ServerState.CONNECTING);
    }

    private void follow(ServerFacts facts) {
        if (facts.enabled() && ownership.holds(facts.name())) {
            if (!streams.joined().contains(facts.name())) {
                ServerLog.LOG.joins(
                        facts.name(),
                        facts.events().host(),
                        facts.events().port(),
                        facts.events().user());
            }
            streams.join(facts.events());
        } else {
            leave(facts.name());
        }
    }

    /** There is no server of this name any more. */
    public void remove(String name) {
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
                server.isEnabled() ? ServerState.CONNECTING : ServerState.DISABLED,
                server.getMaxOriginatesPerSecond(),
                server.getMaxChannels(),
                address(server, LoginPurpose.COMMAND_A),
                server.login(LoginPurpose.COMMAND_B)
                        .map(login -> address(server, LoginPurpose.COMMAND_B))
                        .orElseGet(() -> address(server, LoginPurpose.COMMAND_A)),
                ownership.lastEpoch(server.getName()),
                address(server, LoginPurpose.EVENTS));
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
