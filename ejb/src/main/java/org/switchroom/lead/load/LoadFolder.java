package org.switchroom.lead.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.lead.entity.UploadRefusedException;

/**
 * The folder of files that are loaded, outside of everything that is served. {@code switchroom.loads.folder} names it; several nodes may
 * share one, else a load is done by the node that has its file. Names are made here, never taken from outside.
 */
@ApplicationScoped
public class LoadFolder {
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}");
    private static final String REFUSED = ".refused.csv";
    private static final Pattern REFUSED_NAME = Pattern.compile(NAME.pattern() + Pattern.quote(REFUSED));

    private final Path folder;
    private final long mostBytes;

    public LoadFolder() {
        this(
                Path.of(System.getProperty(
                        "switchroom.loads.folder", System.getProperty("jboss.server.data.dir", ".") + "/loads")),
                MOST_BYTES);
    }

    public LoadFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * Keeps what comes in; returns the name under which it is kept.
     *
     * @throws UploadRefusedException if it is too large
     */
    public String keep(InputStream content) {
        String name = UUID.randomUUID().toString();
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                byte[] buffer = new byte[64 * 1024];
                long count = 0;
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    count += read;
                    if (count > mostBytes) {
                        throw new UploadRefusedException(
                                "The file has more than %,d MiB.".formatted(mostBytes / (1024 * 1024)));
                    }
                    out.write(buffer, 0, read);
                }
            }
            return name;
        } catch (IOException e) {
            remove(name);
            throw new UncheckedIOException(e);
        } catch (UploadRefusedException e) {
            remove(name);
            throw e;
        }
    }

    /** Where the file of this name is, or would be. */
    public Path file(String name) {
        return folder.resolve(checked(name));
    }

    /** Where the rows of it that were refused are, or would be. */
    public Path refused(String name) {
        return folder.resolve(checked(name) + REFUSED);
    }

    public boolean has(String name) {
        return Files.isReadable(file(name));
    }

    /** Removes the file; the refused rows stay. */
    public void remove(String name) {
        delete(checked(name));
    }

    /** Names of the files that nothing was written to since then; none if there is no folder yet. */
    public Set<String> writtenBefore(Instant at) {
        return names(NAME, at);
    }

    /** Removes the refused rows of files to which nothing was written since then. */
    public void removeRefusedWrittenBefore(Instant at) {
        names(REFUSED_NAME, at).forEach(this::delete);
    }

    private Set<String> names(Pattern pattern, Instant writtenBefore) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .filter(file ->
                            Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(writtenBefore))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of ours");
        }
        return name;
    }
}
