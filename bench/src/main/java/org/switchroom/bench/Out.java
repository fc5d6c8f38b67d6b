package org.switchroom.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a measurement prints. */
public final class Out {
    private static final PrintStream STREAM =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Out() {}

    public static void line(String format, Object... values) {
        STREAM.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
