package org.switchroom.lead.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.FormulaGuard;
import org.switchroom.lead.entity.FileFormat;

/**
 * The file of rows that were not taken, each with its number and the reason, safe to be opened in a spreadsheet. What was written behind a
 * position that was never committed is cut off when the work is taken up again.
 */
final class RefusedRows implements AutoCloseable {
    private static final long MOST_BYTES = 1L << 30;

    private final FileChannel channel;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);

    /** @param committed its length at the committed position; 0 begins it anew */
    RefusedRows(Path file, long committed, FileFormat format) {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(committed);
            channel.position(channel.size());
            if (channel.size() == 0) {
                text.write('\uFEFF');
                write("row", "reason", format.columns());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(long row, String reason, String[] cells) {
        write(Long.toString(row), reason, List.of(cells));
    }

    /** Puts what was added on the disk; returns the file's length. A file of a gigabyte takes no more. */
    long flush() {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.getBuffer().setLength(0);
            if (bytes.length > 0 && channel.size() < MOST_BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
            }
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String row, String reason, List<String> cells) {
        List<String> record = new ArrayList<>();
        record.add(row);
        record.add(FormulaGuard.guarded(reason));
        cells.forEach(cell -> record.add(FormulaGuard.guarded(cell)));
        csv.writeRecord(record);
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
