package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.switchroom.endpoint.boundary.DialPlan;
import org.switchroom.guard.control.Guard;
import org.switchroom.guard.control.GuardRefusedException;
import org.switchroom.guard.control.GuardRefusedException.Why;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.ActionValidation;
import org.switchroom.queue.catalogue.ChannelFact;
import org.switchroom.queue.catalogue.RefusalRule;
import org.switchroom.queue.catalogue.ServerFact;
import org.switchroom.queue.catalogue.Submission;
import org.switchroom.queue.catalogue.ValidAction;
import org.switchroom.server.control.LiveChannelLookup;
import org.switchroom.server.control.ServerDirectory;

/**
 * The gate with this node's knowledge of servers, dial plan and live channels. Asks the database only for channels of servers
 * that another node owns.
 */
@ApplicationScoped
public class ActionRules {
    private final ServerDirectory directory;
    private final LiveChannelLookup channels;
    private final ActionValidation validation;
    private final Guard guard;

    @Inject
    ActionRules(DialPlan plan, ServerDirectory directory, LiveChannelLookup channels, Guard guard) {
        this.guard = guard;
        this.directory = directory;
        this.channels = channels;
        this.validation = new ActionValidation(() -> plan.current(), this::server, this::channel);
    }

    /** For the container's proxy only. */
    protected ActionRules() {
        this(null, null, null, null);
    }

    /**
     * Checks an action, and whether it may call where it would.
     *
     * @throws ActionRefusedException with the first thing that is wrong
     */
    ValidAction check(Submission submission, Caller caller) {
        ValidAction valid = validation.validate(submission);
        return guarded(valid, dialling -> guard.check(caller, dialling));
    }

    /**
     * Checks an action that is about to be written, and counts the call that it makes.
     *
     * @throws ActionRefusedException with the first thing that is wrong
     */
    ValidAction admit(ClaimedAction action) {
        ValidAction valid = validation.validate(new Submission(
                action.serverName(), action.action(), action.headers(), null, null, null, action.internal()));
        return guarded(valid, dialling -> guard.admit(action.id(), action.caller(), dialling));
    }

    private ValidAction guarded(ValidAction valid, Consumer<Dialling> judge) {
        if (guard.isEnforced()) {
            try {
                judge.accept(DialledTargets.of(valid.serverName(), valid.spec().name(), valid::value));
            } catch (GuardRefusedException e) {
                RefusalRule rule = e.why() == Why.CAP ? RefusalRule.CAP_REACHED : RefusalRule.DESTINATION_NOT_ALLOWED;
                throw new ActionRefusedException(e.field(), rule, e.getMessage(), e);
            }
        }
        return valid;
    }

    /** Whether this node has heard of the server; of one that another node has just added it hears within half a second. */
    boolean knows(String serverName) {
        return directory.find(serverName).isPresent();
    }

    private Optional<ServerFact> server(String name) {
        return directory.find(name).map(server -> {
            if (!server.enabled()) {
                throw new ActionRefusedException(
                        "server_name", RefusalRule.UNKNOWN_SERVER, "the server " + name + " is switched off");
            }
            return ServerFact.unseen(name);
        });
    }

    private Optional<ChannelFact> channel(String serverName, String channelOrUniqueid) {
        return channels.find(serverName, channelOrUniqueid)
                .map(found -> new ChannelFact(found.channel(), found.uniqueid(), found.state()));
    }
}
