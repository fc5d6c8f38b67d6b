package org.switchroom.queue.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.Quoted;

/** Why well-known actions and headers are refused, for people. */
final class RefusalWords {
    private static final String APPLICATION =
            "is never taken, because an application may run anything; send the call to an allowed Context, Exten and Priority";
    private static final String OUR_ID =
            "is given by Switchroom, so that events find their row; read the column uniqueid instead";

    private static final Map<String, String> HEADERS = Map.of(
            "action", "stands in the column action",
            "actionid", "is given by Switchroom, so that the response finds its row",
            "async", "is always true for an Originate",
            "channelid", OUR_ID,
            "otherchannelid", OUR_ID,
            "application", APPLICATION,
            "data", APPLICATION);

    private static final Map<String, String> ACTIONS = Map.of(
            "muteaudio", "needs the class system in Asterisk 22, which Switchroom does not hold; use ConfbridgeMute",
            "agi", "could run a shell, so it is never taken from outside",
            "userevent",
                    "is never taken from outside, because it could pretend to be an event of Switchroom's own dialplan",
            "getvar", "may evaluate functions; variables that Switchroom needs come with the events",
            "bridge", "is not offered; use Redirect into a conference");

    private static final Set<String> SYSTEM_ACTIONS = Set.of(
            "command",
            "updateconfig",
            "createconfig",
            "getconfig",
            "getconfigjson",
            "listcategories",
            "mixmonitor",
            "stopmixmonitor",
            "confbridgestartrecord",
            "confbridgestoprecord",
            "dbput",
            "dbdel",
            "dbdeltree",
            "dbget",
            "moduleload",
            "reload",
            "filter",
            "loggerrotate",
            "dialplanextensionadd",
            "dialplanextensionremove");

    private static final Set<String> SESSION_ACTIONS = Set.of("login", "logoff", "challenge", "events", "listcommands");

    private RefusalWords() {}

    static String ofAction(String name) {
        String folded = AsciiCase.fold(name);
        String shown = Quoted.text(name);
        if (ACTIONS.containsKey(folded)) {
            return shown + " " + ACTIONS.get(folded);
        }
        if (SYSTEM_ACTIONS.contains(folded)) {
            return shown + " could change or read the PBX itself, so it is never taken from outside";
        }
        if (SESSION_ACTIONS.contains(folded)) {
            return shown + " belongs to the connection, which Switchroom keeps itself";
        }
        return shown + " is not one of the actions that Switchroom sends";
    }

    /** Why a header may not be given for any action. */
    static Optional<String> ofHeader(String name) {
        return Optional.ofNullable(HEADERS.get(AsciiCase.fold(name)));
    }

    /** The header's usual spelling. */
    static String spelled(String name) {
        return switch (AsciiCase.fold(name)) {
            case "action" -> "Action";
            case "actionid" -> "ActionID";
            case "async" -> "Async";
            case "channelid" -> "ChannelId";
            case "otherchannelid" -> "OtherChannelId";
            case "application" -> "Application";
            case "data" -> "Data";
            default -> Quoted.text(name);
        };
    }
}
