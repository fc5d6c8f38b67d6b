package org.switchroom.web.support;

import static java.util.Map.entry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.MissingResourceException;

/** Icon, colour and word of each state. A state that is not known is shown by its own word, grey. */
@Named
@RequestScoped
public class States {
    private static final StateLook PLAIN = new StateLook("off", "circle");
    private static final Map<String, StateLook> LOOKS = Map.ofEntries(
            entry("action.NEW", new StateLook("off", "plus-circle")),
            entry("action.CLAIMED", new StateLook("oncall", "arrow-circle")),
            entry("action.SENT", new StateLook("oncall", "arrow-circle")),
            entry("action.SUCCEEDED", new StateLook("ready", "check-circle")),
            entry("action.FAILED", new StateLook("down", "times-circle")),
            entry("action.EXPIRED", new StateLook("paused", "stopwatch")),
            entry("action.CANCELLED", new StateLook("paused", "ban")),
            entry("action.UNKNOWN", new StateLook("ringing", "question-circle")),
            entry("call.DIALING", new StateLook("oncall", "phone-out")),
            entry("call.RINGING", new StateLook("ringing", "bell")),
            entry("call.UP", new StateLook("oncall", "phone")),
            entry("call.HUNGUP", new StateLook("paused", "phone-down")),
            entry("channel.Down", PLAIN),
            entry("channel.Rsrvd", PLAIN),
            entry("channel.OffHook", PLAIN),
            entry("channel.Dialing", new StateLook("oncall", "phone-out")),
            entry("channel.Ring", new StateLook("ringing", "bell")),
            entry("channel.Ringing", new StateLook("ringing", "bell")),
            entry("channel.Up", new StateLook("oncall", "phone")),
            entry("channel.Busy", new StateLook("paused", "ban")),
            entry("channel.stale", new StateLook("down", "question-circle")),
            entry("server.CONNECTING", new StateLook("oncall", "arrow-circle")),
            entry("server.UP", new StateLook("ready", "check-circle")),
            entry("server.SUSPECT", new StateLook("paused", "question-circle")),
            entry("server.DOWN", new StateLook("down", "times-circle")),
            entry("server.DISABLED", PLAIN),
            entry("audit.HOLDS", new StateLook("ready", "check-circle")),
            entry("audit.BROKEN", new StateLook("down", "times-circle")),
            entry("audit.OPEN", new StateLook("ringing", "question-circle")),
            entry("list.ON", new StateLook("ready", "check-circle")),
            entry("list.OFF", PLAIN),
            entry("list.EXPIRED", new StateLook("paused", "stopwatch")),
            entry("load.UPLOADED", PLAIN),
            entry("load.CHECKING", new StateLook("oncall", "spinner")),
            entry("load.CHECKED", new StateLook("ready", "check-circle")),
            entry("load.LOADING", new StateLook("oncall", "spinner")),
            entry("load.DONE", new StateLook("ready", "check-circle")),
            entry("load.CANCELLED", new StateLook("paused", "ban")),
            entry("load.FAILED", new StateLook("down", "times-circle")),
            entry("callback.SCHEDULED", PLAIN),
            entry("callback.DUE", new StateLook("ringing", "bell")),
            entry("callback.DIALING", new StateLook("oncall", "phone-out")),
            entry("callback.DONE", new StateLook("ready", "check-circle")),
            entry("callback.CANCELLED", new StateLook("paused", "ban")),
            entry("callback.MISSED", new StateLook("down", "times-circle")),
            entry("chain.WHOLE", new StateLook("ready", "check-circle")),
            entry("chain.BROKEN", new StateLook("down", "times-circle")),
            entry("account.ACTIVE", new StateLook("ready", "check-circle")),
            entry("account.LOCKED", new StateLook("ringing", "lock")),
            entry("account.OFF", PLAIN),
            entry("account.ERASED", PLAIN),
            entry("token.ACTIVE", new StateLook("ready", "check-circle")),
            entry("token.EXPIRED", new StateLook("paused", "stopwatch")),
            entry("token.REVOKED", new StateLook("down", "ban")),
            entry("token.OFF", PLAIN),
            entry("guard.ON", new StateLook("ready", "check-circle")),
            entry("guard.ALARM", new StateLook("down", "alert")),
            entry("guard.OFF", new StateLook("ringing", "alert")),
            entry("campaign.true", new StateLook("ready", "check-circle")),
            entry("part.true", new StateLook("ready", "check-circle")),
            entry("health.UP", new StateLook("ready", "check-circle")),
            entry("health.DOWN", new StateLook("down", "times-circle")));

    @Inject
    private Look look;

    public StateLook look(String of, Object value) {
        return LOOKS.getOrDefault(of + "." + value, PLAIN);
    }

    public String word(String of, Object value) {
        try {
            return Texts.of(Texts.MESSAGES, look.getLocale()).getString("state." + of + "." + value);
        } catch (MissingResourceException e) {
            return String.valueOf(value); // a word of Asterisk's that we don't translate
        }
    }
}
