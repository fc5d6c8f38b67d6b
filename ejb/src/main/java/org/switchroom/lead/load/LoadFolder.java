package org.switchroom.lead.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.switchroom.lead.entity.UploadRefusedException;

/**
 * The folder of files that are loaded, outside of everything that is served. {@code switchroom.loads.folder} names it; several nodes may
 * share one, else a load is done by the node that has its file. Names are made here, never taken from outside.
 */
@ApplicationScoped
public class LoadFolder {
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}");

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
        return folder.resolve(checked(name) + ".refused.csv");
    }

    public boolean has(String name) {
        return Files.isReadable(file(name));
    }

    /** Removes the file; the refused rows stay. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
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
