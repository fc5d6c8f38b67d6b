package org.switchroom.ami.fake;

import java.util.List;

/**
 * An action as the fake got it.
 *
 * @param user who sent it; empty before the login
 * @param lines as they came, without line ends
 */
public record FakeFrame(String user, List<String> lines) {
    public FakeFrame {
        lines = List.copyOf(lines);
    }

    /** Name of the action. */
    public String action() {
        return text("Action");
    }

    /** Value of the first header of this name, or an empty string. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** Values of all headers of this name. */
    public List<String> all(String name) {
        String start = name.toLowerCase() + ":";
        return lines.stream()
                .filter(line -> line.toLowerCase().startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** Never shows values: a login has a secret. */
    @Override
    public String toString() {
        return action() + " of " + user;
    }
}
