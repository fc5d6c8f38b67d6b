package org.switchroom.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What keeps people off a page: found by axe-core (WCAG 2.2 A and AA, and best practice), in light and dark, and at
 * 200 % zoom. Motion is off meanwhile: a colour on its way from one scheme to the other is neither's.
 */
final class Barriers {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Barriers() {}

    /** All of them on the page as it stands, each with its rule and place. */
    static List<String> on(Page page) {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            for (Rule rule : new AxeBuilder(page)
                    .withTags(RULES)
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations()) {
                found.add("%s, %s: %s at %s".formatted(page.url(), scheme, rule.getId(), places(rule)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
        found.addAll(tooWide(page));
        return found;
    }

    /** A window of 1366 x 768 at 200 % has half as many points each way; only a table may be wider, and scrolls by itself. */
    private static List<String> tooWide(Page page) {
        page.setViewportSize(683, 384);
        int over = (int)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.setViewportSize(1366, 768);
        return over > 0 ? List.of(page.url() + " at 200 %: wider than the window by " + over) : List.of();
    }

    private static String places(Rule rule) {
        return rule.getNodes().stream()
                .map(CheckedNode::getTarget)
                .map(String::valueOf)
                .limit(5)
                .collect(Collectors.joining(", "));
    }
}
