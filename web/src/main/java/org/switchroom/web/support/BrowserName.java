package org.switchroom.web.support;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser calls itself, shortened to what people call it. Whoever sends it may write anything, so it proves nothing. */
public final class BrowserName {
    private record Kind(String name, Pattern mark) {
        Kind(String name, String mark) {
            this(name, Pattern.compile(mark));
        }

        Optional<String> in(String agent) {
            Matcher found = mark.matcher(agent);
            return found.find()
                    ? Optional.of(found.groupCount() == 0 ? name : name + " " + found.group(1))
                    : Optional.empty();
        }
    }

    private static final int LONGEST = 40;

    /** In this order: each names itself after those that were there before it. */
    private static final List<Kind> BROWSERS = List.of(
            new Kind("Edge", "Edg(?:A|iOS)?/(\\d+)"),
            new Kind("Opera", "OPR/(\\d+)"),
            new Kind("Firefox", "(?:Firefox|FxiOS)/(\\d+)"),
            new Kind("Chrome", "(?:HeadlessChrome|Chrome|CriOS)/(\\d+)"),
            new Kind("Safari", "Version/(\\d+)[^ ]* .*Safari/"));

    private static final List<Kind> SYSTEMS = List.of(
            new Kind("Android", "Android"),
            new Kind("iOS", "iPhone|iPad"),
            new Kind("Windows", "Windows"),
            new Kind("macOS", "Mac OS X|Macintosh"),
            new Kind("ChromeOS", "CrOS"),
            new Kind("Linux", "Linux"));

    private BrowserName() {}

    /** For example {@code Firefox 140, Linux}; the beginning of the text if it is none that is known. */
    public static String of(String agent) {
        if (agent == null || agent.isBlank()) {
            return "-";
        }
        Optional<String> browser = first(BROWSERS, agent);
        Optional<String> system = first(SYSTEMS, agent);
        return browser.map(name -> system.map(where -> name + ", " + where).orElse(name))
                .orElseGet(() -> agent.length() <= LONGEST ? agent : agent.substring(0, LONGEST) + "\u2026");
    }

    private static Optional<String> first(List<Kind> kinds, String agent) {
        return kinds.stream().flatMap(kind -> kind.in(agent).stream()).findFirst();
    }
}
