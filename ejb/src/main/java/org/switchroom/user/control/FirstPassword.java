package org.switchroom.user.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that holds the first administrator's password; a log would keep it for ever and show it to many. */
public final class FirstPassword {
    private static final String FILE = "switchroom-first-password.txt";

    private FirstPassword() {}

    /** Writes it into the server's data folder, readable by its owner alone. */
    public static Path write(String password) {
        Path file = Path.of(System.getProperty("jboss.server.data.dir", "."), FILE);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, password + System.lineSeparator(), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first password can't be written to " + file, e);
        }
    }
}
