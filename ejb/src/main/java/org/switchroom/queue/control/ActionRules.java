package org.switchroom.queue.control;

import jakarta.annotation.PostConstruct;
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

/** The gate with this node's knowledge of servers, dial plan and live channels. Never touches the database. */
@ApplicationScoped
public class ActionRules {
    @Inject
    private DialPlan plan;

    @Inject
    private ServerDirectory directory;

    @Inject
    private LiveChannelLookup channels;

    private ActionValidation validation;

    @PostConstruct
    void build() {
        validation = new ActionValidation(plan::current, this::server, this::channel);
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
