package org.switchroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules that every page file keeps: short, no inline style or script, no text outside the bundles. */
class PageRulesTest {
    private static final int LONGEST = 120;
    private static final Pattern INLINE_STYLE = Pattern.compile("\\sstyle=|<style");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("\\son(?:click|change|load|input|submit|keydown)=|<script");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|#\\{[^}]*}|&[#a-z0-9]+;|<!--.*?-->", Pattern.DOTALL);
    /** The product's name, and languages in their own words, are the same in each language. */
    private static final Pattern NAMES = Pattern.compile("Switchroom|English|Deutsch");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\s(?:title|label|hint|help|word|value|alt|placeholder|aria-label)=\"([^\"#]*\\p{L}{3,}[^\"#]*)\"");

    @TestFactory
    Stream<DynamicTest> staysShort() {
        return each(file -> assertTrue(Sources.text(file).lines().count() <= LONGEST, "more than 120 lines"));
    }

    @TestFactory
    Stream<DynamicTest> hasNoInlineStyleAndNoInlineScript() {
        return each(file -> {
            assertEquals(List.of(), found(INLINE_STYLE, Sources.text(file)));
            assertEquals(List.of(), found(INLINE_SCRIPT, Sources.text(file)));
        });
    }

    @TestFactory
    Stream<DynamicTest> takesEachTextFromTheBundle() {
        return each(file -> {
            String bare = MARKUP.matcher(Sources.text(file)).replaceAll(" ");
            assertEquals(List.of(), found(WORD, NAMES.matcher(bare).replaceAll(" ")));
        });
    }

    @TestFactory
    Stream<DynamicTest> takesEachSpokenAttributeFromTheBundle() {
        return each(file -> assertEquals(
                List.of(),
                SPOKEN_ATTRIBUTE
                        .matcher(Sources.text(file))
                        .results()
                        .map(result -> result.group(1))
                        .filter(text -> text.contains(" ") && !text.equals(text.toUpperCase(Locale.ROOT)))
                        .toList()));
    }

    private static Stream<DynamicTest> each(Consumer<Path> rule) {
        return Sources.pages().stream()
                .map(file ->
                        DynamicTest.dynamicTest(Sources.WEBAPP.relativize(file).toString(), () -> rule.accept(file)));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group().trim())
                .toList();
    }
}
