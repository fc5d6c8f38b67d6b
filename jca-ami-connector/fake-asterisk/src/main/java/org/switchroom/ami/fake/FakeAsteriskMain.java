package org.switchroom.ami.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The fake on a port of its own until it is stopped: {@code java -jar switchroom-fake-asterisk.jar --port P --events-user U
 * --events-secret S --command-user U --command-secret S [--command2-user U --command2-secret S]}. Says nothing; ready when the
 * port greets.
 */
public final class FakeAsteriskMain {
    private static final Set<String> OPTIONS = Set.of(
            "port",
            "events-user",
            "events-secret",
            "command-user",
            "command-secret",
            "command2-user",
            "command2-secret");

    private FakeAsteriskMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> options = options(args);
        FakeAsterisk fake = FakeAsterisk.start(Integer.parseInt(required(options, "port")))
                .withoutRecord()
                .user(FakeUser.events(required(options, "events-user"), required(options, "events-secret")))
                .user(FakeUser.command(required(options, "command-user"), required(options, "command-secret"))
                        .withSingleLogin());
        if (options.containsKey("command2-user")) {
            fake.user(FakeUser.command(options.get("command2-user"), required(options, "command2-secret"))
                    .withSingleLogin());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(fake::close));
        new CountDownLatch(1).await();
    }

    private static Map<String, String> options(String... args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].replaceFirst("^--", "");
            if (!OPTIONS.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException("option " + args[i] + " is unknown or has no value");
            }
            options.put(name, args[i + 1]);
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("option --" + name + " is missing");
        }
        return value;
    }
}
