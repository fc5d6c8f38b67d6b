package org.switchroom.web.admin.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.Rule;
import org.switchroom.inbound.entity.Section;
import org.switchroom.inbound.entity.Setting;
import org.switchroom.inbound.entity.TargetKind;

/** Each setting of each kind has a name, a help text and words for what it may be. That German has what English has is another test's. */
class InboundWordsTest {
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("org.switchroom.web.messages", Locale.ROOT);

    @Test
    void everySettingHasANameHelpAndWords() {
        List<String> needed = new ArrayList<>();
        for (InboundKind kind : InboundKind.values()) {
            kind.settings().forEach(setting -> needed.addAll(keys(setting)));
        }

        assertEquals(List.of(), missing(needed.stream()));
    }

    @Test
    void everyKindTargetSectionAndRuleHasItsWords() {
        Stream<String> kinds = Stream.of("kind", "kinds", "new", "none", "noneHint", "id", "idHint", "about")
                .flatMap(part -> Arrays.stream(InboundKind.values()).map(kind -> part + "." + kind));

        assertEquals(List.of(), missing(kinds.map("inbound."::concat)));
        assertEquals(List.of(), missing(words("inbound.to.", TargetKind.values())));
        assertEquals(List.of(), missing(words("inbound.section.", Section.values())));
        assertEquals(List.of(), missing(words("inbound.rule.", Rule.values())));
    }

    private static List<String> keys(Setting setting) {
        String label = InboundWords.labelKey(setting);
        List<String> keys = new ArrayList<>(List.of(label, label.replace(".set.", ".help.")));
        setting.choices().forEach(word -> keys.add("inbound.word." + word));
        if (!setting.unit().isEmpty()) {
            keys.add("inbound.unit." + setting.unit());
        }
        return keys;
    }

    private static Stream<String> words(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static List<String> missing(Stream<String> keys) {
        return keys.filter(key -> !ENGLISH.containsKey(key)).distinct().toList();
    }
}
