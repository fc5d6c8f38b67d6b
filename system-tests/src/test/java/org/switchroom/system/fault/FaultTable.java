package org.switchroom.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Writes one line for each test of a fault: number, property, figure promised, figure measured, result, name; parted by tabs. */
final class FaultTable implements BeforeEachCallback, TestWatcher {
    private static final Path FILE = Path.of(System.getProperty("switchroom.faults.table", "target/faults.tsv"));
    private static final Queue<String> MEASURED = new ConcurrentLinkedQueue<>();

    /** Says what this test measured, for its line in the table. */
    static void measured(String figure, Object... values) {
        MEASURED.add(figure.formatted(values));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        MEASURED.clear();
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        write(context, "holds");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        String reason = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        write(context, "BROKEN: " + reason.substring(0, Math.min(160, reason.length())));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        write(context, "not run: " + cause.getMessage());
    }

    private static void write(ExtensionContext context, String result) {
        Class<?> type = context.getRequiredTestClass();
        Fault fault = type.getAnnotation(Fault.class);
        String line = String.join(
                "\t",
                fault.number(),
                fault.property(),
                fault.promised(),
                String.join("; ", MEASURED),
                result,
                type.getSimpleName() + "." + context.getRequiredTestMethod().getName());
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.write(FILE, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
