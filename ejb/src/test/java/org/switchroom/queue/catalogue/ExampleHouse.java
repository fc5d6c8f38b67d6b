package org.switchroom.queue.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.endpoint.control.DialPlanSnapshot;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;

/** Two servers set up like the lab: what the corpus of bad actions takes for given. */
final class ExampleHouse {
    static final ChannelFact ANSWERED = new ChannelFact("PJSIP/carrier-00000001", "swr-1", "Up");
    static final ChannelFact RINGING = new ChannelFact("PJSIP/carrier-00000002", "swr-2", "Ringing");

    private static final Map<String, ChannelFact> CHANNELS = Map.of(
            ANSWERED.channel(),
            ANSWERED,
            ANSWERED.uniqueid(),
            ANSWERED,
            RINGING.channel(),
            RINGING,
            RINGING.uniqueid(),
            RINGING);

    private static final DialPlanSnapshot PLAN = plan();

    private ExampleHouse() {}

    private static DialPlanSnapshot plan() {
        Endpoint closed = Endpoint.trunk("pbx1", Technology.PJSIP, "closed", "[0-9]+");
        closed.disable();
        return DialPlanSnapshot.of(
                List.of(
                        Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "\\+?(1555|9990)[0-9]{2,16}"),
                        Endpoint.trunk("pbx2", Technology.PJSIP, "carrier2", "1555[0-9]{4}"),
                        Endpoint.phone("pbx1", Technology.PJSIP, "agent1"),
                        closed),
                List.of(
                        new AllowedContext("*", "switchroom-echo", "s"),
                        new AllowedContext("*", "switchroom-wait", "s"),
                        new AllowedContext("pbx2", "office", "[1-9][0-9]{2}")));
    }

    static ActionValidation validation() {
        return new ActionValidation(() -> PLAN, ExampleHouse::server, ExampleHouse::channel);
    }

    private static Optional<ServerFact> server(String name) {
        return switch (name) {
            case "pbx1" -> Optional.of(ServerFact.unseen(name));
            case "pbx2" -> Optional.of(new ServerFact(name, Optional.of(Set.of(AmiClass.CALL, AmiClass.ORIGINATE))));
            default -> Optional.empty();
        };
    }

    private static Optional<ChannelFact> channel(String server, String channel) {
        return "pbx1".equals(server) ? Optional.ofNullable(CHANNELS.get(channel)) : Optional.empty();
    }
}
