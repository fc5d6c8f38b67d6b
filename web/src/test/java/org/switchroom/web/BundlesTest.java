package org.switchroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collection;
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
import org.switchroom.web.support.Texts;

/** The bundles: complete in both languages, and whole for what the pages and classes ask for. */
class BundlesTest {
    private static final Pattern ASKED = Pattern.compile(
            "text\\[['\"]([A-Za-z0-9.]+)['\"]]|words\\.(?:of|say|sayNext)\\([^'\"()]*['\"]([A-Za-z0-9.]+)['\"]");

    private final ResourceBundle english = Texts.of(Texts.MESSAGES, Locale.ENGLISH);

    @ParameterizedTest
    @ValueSource(strings = {Texts.MESSAGES, Texts.HELP, Texts.GLOSSARY})
    void speaksGermanWhereverItSpeaksEnglish(String bundle) {
        assertEquals(
                new TreeSet<>(Texts.of(bundle, Locale.ENGLISH).keySet()),
                new TreeSet<>(Texts.of(bundle, Locale.GERMAN).keySet()));
    }

    @Test
    void knowsEveryKeyThatPagesAndClassesAskFor() {
        Set<String> missing = Stream.of(Sources.pages(), Sources.below(Path.of("src/main/java"), ".java"))
                .flatMap(Collection::stream)
                .flatMap(file -> ASKED.matcher(Sources.text(file)).results())
                .map(result -> result.group(1) == null ? result.group(2) : result.group(1))
                .filter(key -> !key.endsWith(".") && !english.containsKey(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {Texts.MESSAGES, Texts.HELP, Texts.GLOSSARY})
    void leavesNoTextEmpty(String bundle) {
        ResourceBundle texts = Texts.of(bundle, Locale.ENGLISH);
        List<String> empty = texts.keySet().stream()
                .filter(key -> texts.getString(key).isBlank())
                .toList();

        assertTrue(empty.isEmpty(), () -> "empty: " + empty);
    }
}
