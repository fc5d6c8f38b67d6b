package org.switchroom.ra.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.wire.EventBytes;

/**
 * Signals as records: length of what follows the head, kind, time, payload. Only this process reads what it wrote, so there is no
 * version. Reading is for one thread at a time.
 */
final class SignalCodec {
    /** Length, kind, seconds, nanoseconds. */
    static final int HEAD_BYTES = 4 + 1 + 8 + 4;

    private enum Kind {
        EVENT,
        OPENED,
        LOST,
        GAP,
        REFUSED,
        SILENT,
        SPOKE,
        PAUSED
    }

    private static final Kind[] KINDS = Kind.values();

    private final EventBytes events = new EventBytes();

    /** What follows the head of a signal's record. */
    static byte[] payload(AmiSignal signal) {
        if (signal instanceof AmiEvent event) {
            return EventBytes.of(event);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(signal, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(AmiSignal signal, DataOutputStream out) throws IOException {
        if (signal instanceof AmiSignal.StreamOpened opened) {
            text(out, opened.amiVersion());
            text(out, opened.asteriskVersion());
        } else if (signal instanceof AmiSignal.StreamLost lost) {
            text(out, lost.reason());
        } else if (signal instanceof AmiSignal.StreamGap gap) {
            out.writeLong(gap.droppedCount());
        } else if (signal instanceof AmiSignal.StreamRefused refused) {
            out.writeByte(refused.problem().ordinal());
            text(out, refused.detail());
        } else if (signal instanceof AmiSignal.StreamSilent silent) {
            instant(out, silent.silentSince());
        } else if (signal instanceof AmiSignal.StreamPaused paused) {
            instant(out, paused.startedAt());
            out.writeLong(paused.length().toNanos());
            out.writeLong(paused.eventDelay().map(Duration::toNanos).orElse(-1L));
            out.writeDouble(paused.eventsPerSecond());
        }
    }

    /** Writes head and payload; the buffer has room for {@link #HEAD_BYTES} and the payload. */
    static void record(AmiSignal signal, byte[] payload, ByteBuffer to) {
        to.putInt(payload.length);
        to.put((byte) kind(signal).ordinal());
        to.putLong(signal.receivedAt().getEpochSecond());
        to.putInt(signal.receivedAt().getNano());
        to.put(payload);
    }

    /** Whether the buffer holds a whole record. */
    static boolean isWhole(ByteBuffer from) {
        return from.remaining() >= HEAD_BYTES && from.remaining() - HEAD_BYTES >= from.getInt(from.position());
    }

    /** Reads one whole record. */
    AmiSignal read(ByteBuffer from) {
        byte[] payload = new byte[from.getInt()];
        Kind kind = KINDS[from.get()];
        Instant receivedAt = Instant.ofEpochSecond(from.getLong(), from.getInt());
        from.get(payload);
        if (kind == Kind.EVENT) {
            return events.event(payload, receivedAt.toEpochMilli());
        }
        try {
            return read(kind, receivedAt, new DataInputStream(new ByteArrayInputStream(payload)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AmiSignal read(Kind kind, Instant at, DataInputStream in) throws IOException {
        return switch (kind) {
            case EVENT -> throw new IllegalArgumentException("an event has no fields");
            case OPENED -> new AmiSignal.StreamOpened(at, text(in), text(in));
            case LOST -> new AmiSignal.StreamLost(at, text(in));
            case GAP -> new AmiSignal.StreamGap(at, in.readLong());
            case REFUSED -> new AmiSignal.StreamRefused(at, AmiProblem.values()[in.readByte()], text(in));
            case SILENT -> new AmiSignal.StreamSilent(at, instant(in));
            case SPOKE -> new AmiSignal.StreamSpoke(at);
            case PAUSED ->
                new AmiSignal.StreamPaused(
                        at, instant(in), Duration.ofNanos(in.readLong()), delay(in.readLong()), in.readDouble());
        };
    }

    private static Kind kind(AmiSignal signal) {
        if (signal instanceof AmiEvent) {
            return Kind.EVENT;
        } else if (signal instanceof AmiSignal.StreamOpened) {
            return Kind.OPENED;
        } else if (signal instanceof AmiSignal.StreamLost) {
            return Kind.LOST;
        } else if (signal instanceof AmiSignal.StreamGap) {
            return Kind.GAP;
        } else if (signal instanceof AmiSignal.StreamRefused) {
            return Kind.REFUSED;
        } else if (signal instanceof AmiSignal.StreamSilent) {
            return Kind.SILENT;
        }
        return signal instanceof AmiSignal.StreamSpoke ? Kind.SPOKE : Kind.PAUSED;
    }

    private static Optional<Duration> delay(long nanos) {
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = (text == null ? "" : text).getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    private static void instant(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
