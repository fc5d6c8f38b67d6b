package org.switchroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every colour is a token: in the generated theme of the library and in our own styles. */
class ThemeTest {
    private static final Path THEME = Path.of("target/classes/META-INF/resources/primefaces-switchroom/theme.css");
    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b(?=[^{]*})|\\b(?:rgb|hsl)a?\\(|:\\s*(?:white|black|red|gr[ae]y|silver|blue|green)\\b");
    private static final Pattern USED = Pattern.compile("var\\((--sw-[a-z0-9-]+)");
    private static final Pattern DEFINED = Pattern.compile("(--sw-[a-z0-9-]+):");

    @TestFactory
    Stream<DynamicTest> holdsNoLiteralColour() {
        return styles().map(file -> DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> assertEquals(
                        List.of(),
                        COLOUR.matcher(Sources.text(file))
                                .results()
                                .map(result -> result.group())
                                .toList())));
    }

    @TestFactory
    Stream<DynamicTest> asksOnlyForTokensThatExist() {
        Set<String> defined = new TreeSet<>();
        DEFINED.matcher(Sources.text(Sources.STYLES.resolve("tokens.css")))
                .results()
                .forEach(token -> defined.add(token.group(1)));
        return styles().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Set<String> unknown = new TreeSet<>();
            USED.matcher(Sources.text(file)).results().forEach(token -> unknown.add(token.group(1)));
            unknown.removeAll(defined);
            assertEquals(Set.of(), unknown);
        }));
    }

    @Test
    void keepsTheRulesOfTheLibrary() {
        String theme = Sources.text(THEME);

        assertTrue(theme.contains(".ui-datatable"), "data table");
        assertTrue(theme.contains("background:var(--sw-card)"), "a white surface is the card");
        assertTrue(theme.contains("color:var(--sw-on-primary)"), "white ink is the text on primary");
    }

    private static Stream<Path> styles() {
        return Stream.concat(
                Stream.of(THEME),
                Sources.below(Sources.STYLES, ".css").stream().filter(file -> !file.endsWith("tokens.css")));
    }
}
