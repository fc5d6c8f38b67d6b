package org.switchroom.queue.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.Target;

/**
 * What a row dials, by its headers as they are spelled for the wire: digits through a trunk, and extensions of contexts whose dialplan may
 * lead outside. Our own contexts hold rooms and music and lead nowhere else.
 */
final class DialledTargets {
    private static final String ORIGINATE = "Originate";
    private static final Set<String> DIALLING = Set.of(ORIGINATE, "Redirect", "Atxfer", "BlindTransfer");

    private DialledTargets() {}

    /** @param value first value of a header, spelled as in the catalogue */
    static Dialling of(String serverName, String action, Function<String, Optional<String>> value) {
        List<Target> targets = new ArrayList<>(2);
        if (!DIALLING.contains(action)) {
            return new Dialling(serverName, "", false, targets);
        }
        boolean rings = action.equals(ORIGINATE);
        String trunk = rings
                ? value.apply("Channel")
                        .map(channel -> channel(channel, targets))
                        .orElse("")
                : "";
        place("Context", "Exten", value, targets);
        place("ExtraContext", "ExtraExten", value, targets);
        return new Dialling(serverName, trunk, rings, targets);
    }

    /** Adds what a channel dials; returns the trunk, if it is one. */
    private static String channel(String channel, List<Target> targets) {
        int slash = channel.indexOf('/');
        String technology = channel.substring(0, Math.max(slash, 0));
        String rest = channel.substring(slash + 1);
        int at = rest.indexOf('@');
        if (technology.equals(Technology.LOCAL.spelling())) {
            int option = rest.indexOf('/', at);
            extension(
                    "Channel",
                    rest.substring(at + 1, option < 0 ? rest.length() : option),
                    rest.substring(0, at),
                    targets);
            return "";
        }
        int second = rest.indexOf('/');
        if (at < 0 && second < 0) {
            return ""; // a phone
        }
        String digits = at < 0 ? rest.substring(second + 1) : rest.substring(0, at);
        targets.add(new Target("Channel", digits, true));
        return technology + "/" + (at < 0 ? rest.substring(0, second) : rest.substring(at + 1));
    }

    private static void place(
            String contextName, String extenName, Function<String, Optional<String>> value, List<Target> targets) {
        Optional<String> context = value.apply(contextName);
        Optional<String> exten = value.apply(extenName);
        if (exten.isPresent()) {
            extension(extenName, context.orElse(""), exten.get(), targets);
        }
    }

    private static void extension(String field, String context, String exten, List<Target> targets) {
        if (!AllowedContext.isOwn(context)) {
            targets.add(new Target(field, exten, false));
        }
    }
}
