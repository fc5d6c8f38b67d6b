package org.switchroom.bench.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;

/**
 * Records what the event user of a lab's server is told while calls of every kind are made: {@code --lab FILE} with what
 * {@code lab status} prints, {@code --to FILE}, {@code --calls N}. Nothing of the login goes into the record.
 */
public final class RecordTrace {
    private static final String PBX = "pbx.pbx1.";
    private static final long SETTLE_SECONDS = 25;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private RecordTrace() {}

    public static void main(String[] args) throws IOException {
        Options options = Options.of(args);
        Options lab = Options.ofFile(Path.of(options.required("lab")));
        String address = lab.required(PBX + "ami");
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (PlainAmi events =
                PlainAmi.open(port, lab.required(PBX + "events.user"), lab.required(PBX + "events.secret"), true)) {
            CompletableFuture<Void> calls =
                    CompletableFuture.runAsync(() -> call(port, lab, options.number("calls", 300)));
            byte[] record = upToLastMessage(record(events.in(), calls));
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(options.required("to"))))) {
                out.write(record);
            }
            Out.line("%d bytes", record.length);
        }
    }

    private static void call(int port, Options lab, int count) {
        try (PlainAmi ami =
                PlainAmi.open(port, lab.required(PBX + "command.user"), lab.required(PBX + "command.secret"), false)) {
            for (int i = 0; i < count; i++) {
                ami.send("Originate", originate(i));
                ami.response();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("calling", e);
        }
    }

    /** Callees that answer, hang up, are busy or unknown; half of the answered ones go to a conference. Never one that rings for ever. */
    private static Map<String, String> originate(int i) {
        char[] endings = {'0', '1', '2', '5', '8', '1', '7', '0', '8', '6'};
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ActionID", "bench-" + i);
        headers.put("Channel", "PJSIP/1555%03d%c@carrier".formatted(i, endings[i % endings.length]));
        headers.put("Context", i % 2 == 0 ? "switchroom-echo" : "swr-conf");
        headers.put("Exten", i % 2 == 0 ? "s" : String.valueOf(8000 + i / 8));
        headers.put("Priority", "1");
        headers.put("CallerID", "\"Caller %d\" <1555%04d>".formatted(i, i));
        headers.put("Variable", "__SWR_CALL=call-" + i);
        headers.put("Timeout", "20000");
        headers.put("Async", "true");
        return headers;
    }

    private static byte[] record(InputStream in, CompletableFuture<Void> calls) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        long end = System.nanoTime();
        while (!calls.isDone() || System.nanoTime() < end) {
            if (!calls.isDone()) {
                end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
            }
            readSome(in, buffer, record);
        }
        calls.join();
        return record.toByteArray();
    }

    private static void readSome(InputStream in, byte[] buffer, ByteArrayOutputStream record) throws IOException {
        try {
            record.write(buffer, 0, Math.max(0, in.read(buffer)));
        } catch (SocketTimeoutException e) {
            // Nothing was said for a while.
        }
    }

    private static byte[] upToLastMessage(byte[] bytes) {
        int end = bytes.length;
        while (end >= 4
                && !(bytes[end - 1] == '\n'
                        && bytes[end - 2] == '\r'
                        && bytes[end - 3] == '\n'
                        && bytes[end - 4] == '\r')) {
            end--;
        }
        return Arrays.copyOf(bytes, Math.max(0, end));
    }
}
