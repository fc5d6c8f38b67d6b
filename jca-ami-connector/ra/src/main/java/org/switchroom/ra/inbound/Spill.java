package org.switchroom.ra.inbound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.AdapterLogger;

/**
 * Signals of one server on disk, first in, first out: files that only grow at their end, each deleted as soon as it was read. The
 * newest records wait in memory for a block to be full. All is guarded by the buffer it belongs to, but for {@link Chunk#read},
 * which looks at bytes that do not change any more.
 */
final class Spill {
    private static final int BLOCK_BYTES = 256 * 1024;
    private static final int CHUNK_BYTES = 2 * 1024 * 1024;
    private static final long FILE_BYTES = 32L << 20;
    /** Once full, it takes signals again when so much of it is free. */
    private static final double ROOM_RATIO = 0.9;

    /** One file: read up to {@code read}, written up to {@code written}. */
    private static final class Segment {
        private final FileChannel file;
        private long read;
        private long written;

        Segment(FileChannel file) {
            this.file = file;
        }
    }

    /** A run of records, from a file or, where {@code segment} is null, from memory. */
    final class Chunk {
        private final Segment segment;
        private final ByteBuffer bytes;

        private Chunk(Segment segment, ByteBuffer bytes) {
            this.segment = segment;
            this.bytes = bytes;
        }

        /** The whole records in it. */
        List<AmiSignal> read(SignalCodec codec) throws IOException {
            long at = segment == null ? 0 : segment.read;
            while (segment != null && bytes.hasRemaining()) {
                if (segment.file.read(bytes, at + bytes.position()) < 0) {
                    throw new IOException("a spill file is shorter than what was written to it");
                }
            }
            bytes.flip();
            List<AmiSignal> signals = new ArrayList<>();
            while (SignalCodec.isWhole(bytes)) {
                signals.add(codec.read(bytes));
            }
            return signals;
        }
    }

    private final String serverName;
    private final SpillFolder folder;
    private final long maxBytes;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long count;
    private long bytes;

    /** @param maxBytes most bytes on disk; 0 stands for no spilling at all */
    Spill(String serverName, SpillFolder folder, long maxBytes) {
        this.serverName = serverName;
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** For buffers that drop what does not fit into memory. */
    static Spill none() {
        return new Spill("", null, 0);
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    boolean hasRoom() {
        return bytes < maxBytes * ROOM_RATIO;
    }

    /** Adds a signal; returns its bytes, or 0 if there is no room or the disk refuses. */
    int append(AmiSignal signal) {
        if (bytes >= maxBytes) {
            return 0;
        }
        byte[] payload = SignalCodec.payload(signal);
        int size = SignalCodec.HEAD_BYTES + payload.length;
        if (bytes + size > maxBytes || size > CHUNK_BYTES || !makeRoom(size)) {
            return 0;
        }
        SignalCodec.record(signal, payload, block);
        count++;
        bytes += size;
        return size;
    }

    private boolean makeRoom(int size) {
        if (block.remaining() >= size) {
            return true;
        }
        try {
            writeBlock();
        } catch (IOException e) {
            AdapterLogger.LOG.spillFailed(serverName, e);
            return false;
        }
        if (block.capacity() < Math.max(size, BLOCK_BYTES)) {
            block = ByteBuffer.allocate(Math.max(size, BLOCK_BYTES));
        }
        return true;
    }

    /** What was written before an error is written again the next time. */
    private void writeBlock() throws IOException {
        if (block.position() == 0) {
            return;
        }
        if (segments.isEmpty() || segments.peekLast().written >= FILE_BYTES) {
            segments.addLast(new Segment(folder.newFile()));
        }
        Segment last = segments.peekLast();
        ByteBuffer full = block.duplicate().flip();
        long at = last.written;
        while (full.hasRemaining()) {
            at += last.file.write(full, at);
        }
        last.written = at;
        block.clear();
    }

    /** The next records; only if there are any. They count as here until they are {@link #consumed}. */
    Chunk next() {
        Segment first = segments.peekFirst();
        while (first != null && first.read == first.written) {
            close(segments.removeFirst());
            first = segments.peekFirst();
        }
        if (first != null) {
            int size = (int) Math.min(CHUNK_BYTES, first.written - first.read);
            return new Chunk(first, ByteBuffer.allocate(size));
        }
        ByteBuffer newest = ByteBuffer.allocate(block.position()).put(block.flip());
        block.clear();
        return new Chunk(null, newest);
    }

    /** The records of a chunk are in memory now. */
    void consumed(Chunk chunk, int signals) {
        int size = chunk.bytes.position();
        if (chunk.segment != null) {
            chunk.segment.read += size;
        }
        count -= signals;
        bytes -= size;
        if (count == 0) {
            clear();
        }
    }

    /** Forgets and deletes all of it; returns how many signals that were. */
    long clear() {
        long had = count;
        segments.forEach(this::close);
        segments.clear();
        block = ByteBuffer.allocate(0);
        count = 0;
        bytes = 0;
        return had;
    }

    private void close(Segment segment) {
        try {
            segment.file.close();
        } catch (IOException e) {
            AdapterLogger.LOG.spillFailed(serverName, e);
        }
    }
}
