package org.switchroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process of an application server, as the system's kernel sees it. */
public final class ServerProcess {
    private final Path home;

    /** The server that lives in this folder. */
    public ServerProcess(Path home) {
        this.home = home;
    }

    /** The one that the launcher started. */
    public static ServerProcess running() {
        return new ServerProcess(Instance.running().state().resolve("server"));
    }

    public long pid() {
        try {
            return Long.parseLong(Files.readString(home.resolve("server.pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int threadCount() {
        return entries("task").size();
    }

    public int fileCount() {
        return entries("fd").size();
    }

    /** How many threads of each name, numbers in the names left out. */
    public Map<String, Long> threadNames() {
        return entries("task").stream()
                .map(task -> text(task.resolve("comm")).strip().replaceAll("[0-9]+", "#"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** How many open files of each kind: sockets, pipes, paths. */
    public Map<String, Long> fileNames() {
        return entries("fd").stream()
                .map(ServerProcess::target)
                .map(name -> name.replaceAll("\\[?[0-9]+\\]?", "#"))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private List<Path> entries(String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid()), folder))) {
            return new ArrayList<>(entries.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "ended meanwhile";
        }
    }
}
