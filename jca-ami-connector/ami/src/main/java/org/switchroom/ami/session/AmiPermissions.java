package org.switchroom.ami.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiTimeoutException;

/** Which permission classes a login lacks for its purpose, and which it holds that nobody should hold. */
public final class AmiPermissions {

    /** What a login is for. */
    public enum Purpose {
        EVENTS,
        COMMAND
    }

    /**
     * What was found; both in a fixed order, each class once.
     *
     * @param missing classes to be added in manager.conf
     * @param forbidden classes to be taken away there: whoever holds one may read files, write files or run programs
     */
    public record Finding(List<String> missing, List<String> forbidden) {
        public boolean isFine() {
            return missing.isEmpty() && forbidden.isEmpty();
        }
    }

    private static final Map<String, String> NEEDED = ordered(
            "Originate", "originate",
            "Redirect", "call",
            "Hangup", "call",
            "CoreShowChannels", "reporting",
            "ConfbridgeList", "reporting",
            "AGI", "agi");
    private static final Map<String, String> FORBIDDEN = ordered(
            "Command", "command",
            "UpdateConfig", "config",
            "GetConfig", "config",
            "CreateConfig", "config",
            "ModuleLoad", "system",
            "Reload", "system",
            "MixMonitor", "system",
            "DBPut", "system");

    private AmiPermissions() {}

    /**
     * Asks the server with ListCommands; for the purpose EVENTS also waits for FullyBooted, which comes only to a login that
     * reads the class system.
     *
     * @param atMost how long to wait for each
     */
    public static Finding missing(AmiSession session, Purpose purpose, Duration atMost) {
        AmiResponse commands = listCommands(session, atMost);
        Set<String> missing = purpose == Purpose.COMMAND
                ? missing(commands)
                : session.awaitFullyBooted(atMost) ? Set.of() : Set.of("system");
        return new Finding(List.copyOf(missing), List.copyOf(classes(FORBIDDEN, commands)));
    }

    /**
     * The same for a command login that is open already, from what it was answered.
     *
     * @param listCommands answer to the action ListCommands
     */
    public static Finding ofCommandLogin(AmiResponse listCommands) {
        return new Finding(List.copyOf(missing(listCommands)), List.copyOf(classes(FORBIDDEN, listCommands)));
    }

    /** A class is missing if not one of its actions is listed; a single one may lack because its module is not loaded. */
    private static Set<String> missing(AmiResponse commands) {
        Set<String> missing = new LinkedHashSet<>(NEEDED.values());
        missing.removeAll(classes(NEEDED, commands));
        return missing;
    }

    private static Set<String> classes(Map<String, String> classOfAction, AmiResponse commands) {
        Set<String> classes = new LinkedHashSet<>();
        classOfAction.forEach((action, needed) -> {
            if (commands.first(action).isPresent()) {
                classes.add(needed);
            }
        });
        return classes;
    }

    private static AmiResponse listCommands(AmiSession session, Duration atMost) {
        try {
            return session.send(AmiAction.of("ListCommands"), atMost).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AmiException known ? known : new AmiException("ListCommands failed", e);
        } catch (TimeoutException e) {
            throw new AmiTimeoutException(session.serverName(), "ListCommands", atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmiLostException(session.serverName(), "interrupted while waiting for ListCommands", e);
        }
    }

    private static Map<String, String> ordered(String... actionsAndClasses) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < actionsAndClasses.length; i += 2) {
            map.put(actionsAndClasses[i], actionsAndClasses[i + 1]);
        }
        return map;
    }
}
