package org.switchroom.system.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.switchroom.system.Instance;

/** The names of all parameters that any page reads, as the sources say. */
final class PageParameters {
    private static final Pattern READ =
            Pattern.compile("(?:getParameter\\(|param\\[|viewParam name=|\\bparam\\.)['\"]?([A-Za-z]+)");

    private PageParameters() {}

    static Set<String> names() {
        Path web = Instance.running().root().resolve("web/src/main");
        try (Stream<Path> files = Files.walk(web)) {
            Set<String> names = new TreeSet<>(Set.of("name", "id", "list"));
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|xhtml)"))
                    .toList()) {
                READ.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
