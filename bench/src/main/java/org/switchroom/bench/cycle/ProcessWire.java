package org.switchroom.bench.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.switchroom.bench.stream.StreamServer;

/**
 * A process (Perl, our own script) for each action, which connects, logs in, sends, reads the answer, logs off; the loop rests 10 ms after each start and does not wait for the
 * child, as in 2004. No more than {@value #MOST} children live at once.
 */
final class ProcessWire implements RowLoop.Wire, AutoCloseable {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int MOST = 50;

    private final Semaphore room = new Semaphore(MOST);
    private final int port;
    private final Path script;

    ProcessWire(int port, Path script) {
        this.port = port;
        this.script = script;
    }

    @Override
    public void write(String callerid, Consumer<String> answered) throws InterruptedException {
        room.acquire();
        ProcessBuilder builder = new ProcessBuilder("perl", script.toString(), String.valueOf(port));
        String frame = "Action: Ping\r\nActionID: " + callerid + "\r\n\r\n";
        String login = StreamServer.ONLY_ANSWERS;
        builder.environment().putAll(Map.of("AMI_USER", login, "AMI_SECRET", login, "AMI_FRAME", frame));
        try {
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .thenAccept(child -> {
                        room.release();
                        if (child.exitValue() == 0) {
                            answered.accept(callerid);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(REST_NANOS);
    }

    /** Waits until the last child has ended. */
    @Override
    public void close() {
        room.acquireUninterruptibly(MOST);
    }
}
