package org.switchroom.ra.inbound;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.switchroom.ra.AdapterLogger;

/**
 * The folder of this adapter's spill files; nobody but the owner of the process may look into it, for caller names stand there in
 * clear. A file is deleted when it is closed; where the system can, it loses its name as soon as it is open, so that not even a crash
 * leaves one behind. What an earlier process left all the same is deleted when the folder is opened.
 */
final class SpillFolder implements AutoCloseable {
    private static final String SUFFIX = ".spill";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;
    private final AtomicLong count = new AtomicLong();

    /** @param folder made at the first spill */
    SpillFolder(Path folder) {
        this.folder = folder;
        deleteFiles();
    }

    /** A new, empty file that is gone when it is closed. */
    FileChannel newFile() throws IOException {
        Files.createDirectories(folder, onlyOwner("rwx------"));
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return FileChannel.open(
                folder.resolve(count.incrementAndGet() + SUFFIX),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                onlyOwner("rw-------"));
    }

    private static FileAttribute<?>[] onlyOwner(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private void deleteFiles() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left =
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            AdapterLogger.LOG.tracef(e, "nothing was ever spilled");
        } catch (IOException e) {
            AdapterLogger.LOG.spillFailed(folder.toString(), e);
        }
    }

    /** Deletes what is left, and the folder if it is empty then. */
    @Override
    public void close() {
        deleteFiles();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            AdapterLogger.LOG.debugf(e, "%s stays", folder);
        }
    }
}
