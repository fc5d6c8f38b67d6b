package org.switchroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.campaign.control.CampaignStock;
import org.switchroom.campaign.control.Starter;
import org.switchroom.campaign.entity.CallHours;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.SettingGroup;

/** Every setting, choice, unit and rule has its words in each language. */
class SettingWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void areThereForAllThatCanBeSet(String language) {
        ResourceBundle bundle = bundle(language);

        List<String> missing =
                asked().filter(key -> !bundle.containsKey(key)).distinct().toList();

        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void fillTheBlanksOfRules(String language) {
        ResourceBundle bundle = bundle(language);
        List<String> wrong = new ArrayList<>();

        for (Rule rule : Rule.values()) {
            String filled = new MessageFormat(bundle.getString("rule." + rule), Locale.forLanguageTag(language))
                    .format(new Object[] {"ONE", "TWO"});
            boolean names = rule.sentence(List.of("ONE", "TWO")).contains("ONE");
            if (filled.contains("{") || names && rule != Rule.NO_CHOICE && !filled.contains("ONE")) {
                wrong.add(rule + ": " + filled);
            }
        }

        assertEquals(List.of(), wrong);
    }

    private static Stream<String> asked() {
        List<String> keys = new ArrayList<>();
        settings().forEach(setting -> {
            keys.add(setting.words());
            keys.add(setting.words() + ".help");
            setting.choices().forEach(choice -> keys.add("choice." + choice));
            if (!setting.unit().isEmpty()) {
                keys.add("unit." + setting.unit());
            }
        });
        Stream.of(SettingGroup.values()).filter(SettingGroup::isOfCampaign).forEach(group -> {
            keys.add("group." + group);
            keys.add("group." + group + ".about");
        });
        Stream.of(PartKind.values())
                .forEach(kind ->
                        List.of("", ".new", ".none", ".about").forEach(end -> keys.add("partKind." + kind + end)));
        Stream.of(Rule.values()).forEach(rule -> keys.add("rule." + rule));
        Stream.of(Starter.values()).forEach(starter -> keys.add("starter." + starter));
        Stream.of(CampaignStock.Reason.values()).forEach(reason -> keys.add("campaign.why." + reason));
        Stream.of(CallHours.Because.values()).forEach(because -> keys.add("callTimeTrial." + because));
        return keys.stream();
    }

    private static Stream<Setting> settings() {
        return Stream.concat(
                CampaignCatalogue.settings().stream(),
                Stream.of(PartKind.values())
                        .flatMap(kind -> Stream.concat(Stream.of(kind.keyField()), kind.fields().stream())));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "org.switchroom.web.messages",
                "en".equals(language) ? Locale.ROOT : Locale.GERMAN,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
