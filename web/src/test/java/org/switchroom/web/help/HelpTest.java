package org.switchroom.web.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.web.Sources;
import org.switchroom.web.support.Texts;

/** Every page says what it is for, and no word leads nowhere. */
class HelpTest {
    /** Before the sign-in, and where something went wrong, there is no menu and no help. */
    private static final Pattern WITHOUT = Pattern.compile("(WEB-INF|error|step)/.*|sign-in\\.xhtml");

    private static final Pattern LINK = Pattern.compile("\\[\\[([^|\\]]*)");

    @Test
    void everyPageHasHelp() {
        List<String> without = Sources.pages().stream()
                .map(page -> Sources.WEBAPP.relativize(page).toString())
                .filter(page -> !WITHOUT.matcher(page).matches())
                .filter(page -> !new PageHelp("/" + page, Locale.ENGLISH).isThere())
                .toList();

        assertEquals(List.of(), without, "pages without a text in help.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noWordLeadsNowhere(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Glossary glossary = new Glossary(locale);
        Set<String> missing = Stream.of(Texts.HELP, Texts.GLOSSARY)
                .map(bundle -> Texts.of(bundle, locale))
                .flatMap(HelpTest::named)
                .filter(key -> !glossary.has(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), missing);
    }

    @Test
    void settingsLeadToWordsThatAreThere() {
        Glossary glossary = new Glossary(Locale.ENGLISH);

        SettingTerms.all().forEach(key -> assertTrue(glossary.has(key), key));
        assertEquals("dial_level", SettingTerms.of("highest_level").orElseThrow());
        assertTrue(SettingTerms.of("description").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void eachWordOfTheGlossaryIsExplained(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Glossary glossary = new Glossary(locale);

        assertTrue(glossary.find("").size() > 80);
        glossary.find("").forEach(entry -> assertFalse(entry.text().isBlank(), entry.key()));
    }

    @Test
    void aWordInASentenceIsTakenApart() {
        Glossary glossary = new Glossary(Locale.ENGLISH);

        List<Part> parts = Part.of("[[agent]]. A [[campaign]] has [[list|lists]] and [[dtmf]].", glossary);

        assertEquals(
                List.of(
                        new Part("Agent", "agent"),
                        new Part(". A ", ""),
                        new Part("campaign", "campaign"),
                        new Part(" has ", ""),
                        new Part("lists", "list"),
                        new Part(" and ", ""),
                        new Part("DTMF", "dtmf"),
                        new Part(".", "")),
                parts);
    }

    @Test
    void whoseWordBeginsWithItComesFirst() {
        List<String> found = new Glossary(Locale.ENGLISH)
                .find("dial").stream().map(Glossary.Entry::key).toList();

        assertEquals("dial_level", found.get(0));
        assertTrue(found.indexOf("hopper") > found.indexOf("dialplan"), found::toString);
    }

    @Test
    void aPageWithoutItsOwnHasThatOfItsFolder() {
        assertEquals(
                new PageHelp("/admin/user/list.xhtml", Locale.ENGLISH).about(),
                new PageHelp("/admin/user/edit.xhtml", Locale.ENGLISH).about());
        assertFalse(new PageHelp("/nowhere.xhtml", Locale.ENGLISH).isThere());
    }

    private static Stream<String> named(ResourceBundle bundle) {
        return bundle.keySet().stream()
                .flatMap(key -> key.endsWith(".words")
                        ? Stream.of(bundle.getString(key).split("\\s*,\\s*"))
                        : LINK.matcher(bundle.getString(key)).results().map(link -> link.group(1)));
    }
}
