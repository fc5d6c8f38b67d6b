package org.switchroom.web.admin.inbound;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;
import org.switchroom.inbound.entity.Setting;
import org.switchroom.inbound.entity.Shape;
import org.switchroom.inbound.entity.Target;
import org.switchroom.inbound.entity.TargetKind;
import org.switchroom.inbound.entity.Violation;
import org.switchroom.web.support.Look;
import org.switchroom.web.support.Words;

/** Inbound settings in words: their names, values, ranges, and what is wrong with them. */
@Named("inboundWords")
@RequestScoped
public class InboundWords {
    private static final String KEY = "key_";
    private static final String SERVER = "server_name";
    private static final int NAME = "inbound.set.".length();

    @Inject
    private Words words;

    @Inject
    private Look look;

    public String kind(InboundKind kind) {
        return words.of("inbound.kind." + kind);
    }

    public String label(Setting setting) {
        String key = labelKey(setting);
        return key.substring(NAME).equals(KEY) ? words.of(key, keyCap(setting.id())) : words.of(key);
    }

    public String help(Setting setting) {
        return words.of("inbound.help." + labelKey(setting).substring(NAME));
    }

    /** What it may be and what it is without an entry: {@code 0 to 99, default 50.} */
    public String range(Setting setting) {
        if (setting.shape() == Shape.NUMBER) {
            return words.of(
                    "inbound.range",
                    look.number(setting.least()),
                    (look.number(setting.most()) + " " + unit(setting)).strip(),
                    value(setting, setting.fallback()));
        }
        if (setting.needed() && setting.fallback().isEmpty()) {
            return words.of("inbound.needed");
        }
        return words.of("inbound.default", value(setting, setting.fallback()));
    }

    public String unit(Setting setting) {
        return setting.unit().isEmpty() ? "" : words.of("inbound.unit." + setting.unit());
    }

    /** A value as people read it. */
    public String value(Setting setting, String value) {
        if (value.isEmpty()) {
            return words.of(setting.id().equals(SERVER) ? "inbound.everyServer" : "inbound.nothing");
        }
        return switch (setting.shape()) {
            case YES_NO -> words.of("inbound.word." + value);
            case CHOICE -> choice(value);
            case NUMBER -> (look.number(Integer.parseInt(value)) + " " + unit(setting)).strip();
            case TARGET -> target(value);
            case LINES -> String.join(", ", Setting.lines(value));
            case TEXT, REFERENCE -> value;
        };
    }

    public String choice(String word) {
        return words.of("inbound.word." + word);
    }

    public String to(TargetKind kind) {
        return words.of("inbound.to." + kind);
    }

    public String item(ItemKey key) {
        return kind(key.kind()) + " " + key.id();
    }

    /** What is wrong, with the setting by its name. */
    public String sentence(Violation violation) {
        Object[] values = violation.values().stream().map(this::known).toArray();
        return words.of("inbound.rule." + violation.rule(), values);
    }

    /** A value of a rule that names a setting or an item of this installation, in this language. */
    private Object known(String value) {
        for (InboundKind kind : InboundKind.values()) {
            Optional<Setting> setting = kind.setting(value);
            if (setting.isPresent()) {
                return label(setting.get());
            }
            if (value.startsWith(kind.words() + " ")) {
                return kind(kind) + value.substring(kind.words().length());
            }
        }
        return value;
    }

    private String target(String value) {
        return Target.parse(value)
                .map(target -> (to(target.kind()) + " " + target.key()).strip())
                .orElse(value);
    }

    static String labelKey(Setting setting) {
        return "inbound.set." + (setting.id().startsWith(KEY) && !setting.id().endsWith("_s") ? KEY : setting.id());
    }

    private static String keyCap(String id) {
        String key = id.substring(KEY.length());
        return switch (key) {
            case "star" -> "*";
            case "hash" -> "#";
            default -> key;
        };
    }
}
