package org.switchroom.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Computes the contrast of every pair of colours that meet (WCAG 2.2: 4.5 for text, 3 for the edge of a control), in light and dark. */
class TokensTest {
    private static final Pattern TOKEN =
            Pattern.compile("--sw-([a-z0-9-]+):\\s*light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\)");
    private static final List<String> SURFACES = List.of("bg", "sunken", "card", "raised", "hover", "selected");
    private static final List<String> STATES =
            List.of("ready", "ringing", "oncall", "hold", "paused", "wrapup", "down", "off");

    private final Map<String, String[]> tokens = new HashMap<>();

    TokensTest() {
        String css = Sources.text(Sources.STYLES.resolve("tokens.css"));
        String normal = css.substring(0, css.indexOf("/* high contrast"));
        TOKEN.matcher(normal)
                .results()
                .forEach(token -> tokens.put(token.group(1), new String[] {token.group(2), token.group(3)}));
    }

    @TestFactory
    Stream<DynamicTest> canBeRead() {
        List<DynamicTest> pairs = new ArrayList<>();
        for (String surface : SURFACES) {
            pairs.add(pair("text", surface, 11));
            pairs.add(pair("muted", surface, 5));
            pairs.add(pair("control", surface, 3));
            STATES.forEach(state -> pairs.add(pair(state, surface, 5)));
        }
        STATES.forEach(state -> pairs.add(pair(state, state + "-tint", 5.2)));
        pairs.add(pair("on-primary", "primary", 5.5));
        pairs.add(pair("on-primary", "primary-hover", 5.5));
        pairs.add(pair("on-danger", "danger", 4.7));
        pairs.add(pair("on-danger", "danger-hover", 4.7));
        return pairs.stream();
    }

    private DynamicTest pair(String ink, String surface, double least) {
        return DynamicTest.dynamicTest(ink + " on " + surface, () -> {
            for (int mode = 0; mode < 2; mode++) {
                double contrast = contrast(tokens.get(ink)[mode], tokens.get(surface)[mode]);
                assertTrue(contrast >= least - 0.05, "%.2f in mode %d, at least %.1f".formatted(contrast, mode, least));
            }
        });
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int value = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(value >> 16) + 0.7152 * linear(value >> 8 & 0xFF) + 0.0722 * linear(value & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
