package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.switchroom.endpoint.boundary.DialPlan;
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

    @Inject
    ActionRules(DialPlan plan, ServerDirectory directory, LiveChannelLookup channels) {
        this.directory = directory;
        this.channels = channels;
        this.validation = new ActionValidation(() -> plan.current(), this::server, this::channel);
    }

    /** For the container's proxy only. */
    protected ActionRules() {
        this(null, null, null);
    }

    /**
     * Checks an action.
     *
     * @throws ActionRefusedException with the first thing that is wrong
     */
    ValidAction check(String serverName, String action, String headers, Integer priority, boolean internal) {
        return check(new Submission(serverName, action, headers, priority, null, null, internal));
    }

    ValidAction check(Submission submission) {
        return validation.validate(submission);
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
