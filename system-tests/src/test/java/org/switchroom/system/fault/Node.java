package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.switchroom.system.Command;
import org.switchroom.system.Instance;
import org.switchroom.system.ServerLog;
import org.switchroom.system.ServerProcess;

/** One application server: the one that the launcher started, or one beside it on the same database. */
final class Node {
    private static final Duration BOOT = Duration.ofMinutes(4);
    private static final int SECOND_PORTS = 700;
    private static final String IN_CLEAR = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private final Path home;
    private final ServerProcess process;

    private Node(Path home) {
        this.home = home;
        this.process = new ServerProcess(home);
    }

    static Node first() {
        return new Node(Instance.running().state().resolve("server"));
    }

    /** The one beside it, laid down with the same archive, key and settings; not started. */
    static Node second(int databasePort) {
        Node node = new Node(Instance.running().state().resolve("server-b"));
        if (!node.isRunning()) {
            node.layDown(first(), databasePort);
        }
        return node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Node node && node.home.equals(home);
    }

    @Override
    public int hashCode() {
        return home.hashCode();
    }

    @Override
    public String toString() {
        return home.getFileName().toString();
    }

    ServerProcess process() {
        return process;
    }

    ServerLog logFromNow() {
        return ServerLog.fromNow(home);
    }

    Path home() {
        return home;
    }

    boolean isRunning() {
        return Files.exists(home.resolve("server.pid"))
                && ProcessHandle.of(process.pid()).isPresent();
    }

    void start(Map<String, String> environment) {
        server(environment, "start", "--wait", Long.toString(BOOT.toSeconds()));
    }

    void start() {
        start(Map.of());
    }

    void stop() {
        server(Map.of(), "stop");
    }

    /** The end of the process without a word. */
    void kill() {
        long pid = process.pid();
        Signal.KILL.to(pid);
        await("process " + pid + " is gone")
                .pollDelay(Duration.ZERO)
                .until(() -> ProcessHandle.of(pid).isEmpty());
    }

    void freeze() {
        Signal.STOP.to(process.pid());
    }

    void thaw() {
        Signal.CONT.to(process.pid());
    }

    /** Takes the archive out and puts it in again. */
    void redeploy() {
        server(Map.of(), "undeploy");
        server(Map.of(), "deploy", "--wait", Long.toString(BOOT.toSeconds()));
    }

    /** Runs commands of WildFly's own console, one a line; what they print. */
    String console(List<String> commands) {
        try {
            Path script = Files.createTempFile("switchroom", ".cli");
            Files.write(script, commands);
            String printed = Command.run(List.of(
                    home.resolve("wildfly/bin/jboss-cli.sh").toString(),
                    "--connect",
                    "--controller=127.0.0.1:" + (9990 + offset()),
                    "--file=" + script));
            Files.delete(script);
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int offset() {
        return Integer.parseInt(settings().getProperty("jboss.socket.binding.port-offset", "0"));
    }

    /** Where it looks for its database. */
    int databasePort() {
        return Integer.parseInt(settings().getProperty("switchroom.db.url").replaceFirst(".*:([0-9]+)/.*", "$1"));
    }

    /** Starts it anew with its database at this port, unless that is what it does already. */
    void useDatabaseAt(int port) {
        useDatabaseAt(port, "");
    }

    /** The same, in clear, so that a proxy there can tell one statement from the other. */
    void useDatabaseInClearAt(int port) {
        useDatabaseAt(port, IN_CLEAR);
    }

    private void useDatabaseAt(int port, String options) {
        String url = settings().getProperty("switchroom.db.url");
        String wanted = url.replaceFirst(":[0-9]+/", ":" + port + "/").replaceFirst("[?].*", "") + options;
        if (!url.equals(wanted)) {
            stop();
            server(Map.of(), "start", "--db-url", wanted, "--wait", Long.toString(BOOT.toSeconds()));
        }
    }

    private void layDown(Node model, int databasePort) {
        server(Map.of(), "prepare");
        Properties settings = model.settings();
        settings.setProperty("switchroom.node", "switchroom-b");
        settings.setProperty("jboss.socket.binding.port-offset", Integer.toString(model.offset() + SECOND_PORTS));
        settings.setProperty(
                "switchroom.db.url",
                settings.getProperty("switchroom.db.url").replaceFirst(":[0-9]+/", ":" + databasePort + "/"));
        List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + "=" + value));
        try {
            Files.write(home.resolve("switchroom.properties"), lines);
            Files.copy(
                    model.home.resolve("base/data/switchroom.cs"),
                    home.resolve("base/data/switchroom.cs"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server(Map.of(), "deploy");
    }

    private Properties settings() {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("switchroom.properties"))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private void server(Map<String, String> environment, String command, String... options) {
        List<String> words =
                new ArrayList<>(List.of("env", "SWITCHROOM_JAVA_OPTS=-Xms256m -Xmx512m -XX:MaxMetaspaceSize=384m"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        words.add(Instance.running().root().resolve("ear/server/server").toString());
        words.addAll(List.of(command, "--home", home.toString()));
        words.addAll(List.of(options));
        Command.run(words, BOOT.plusSeconds(30));
    }
}
