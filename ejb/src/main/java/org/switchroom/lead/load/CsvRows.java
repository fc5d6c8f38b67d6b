package org.switchroom.lead.load;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.UploadRefusedException;

/** Rows of a CSV file. Empty lines are left out; a row may have fewer cells than the head. */
final class CsvRows implements RowSource {
    private final CloseableIterator<String[]> rows;
    private long row;

    CsvRows(Path file, FileFormat format) {
        try {
            rows = CsvReader.builder()
                    .fieldSeparator(format.delimiter())
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .detectBomHeader(true)
                    .maxBufferSize(2 * LONGEST_ROW)
                    .build(
                            StringArrayHandler.builder()
                                    .maxFields(MOST_COLUMNS)
                                    .maxFieldSize(LONGEST_ROW)
                                    .maxRecordSize(LONGEST_ROW)
                                    .build(),
                            file,
                            format.charset())
                    .iterator();
        } catch (IOException e) {
            throw new UploadRefusedException("The file can't be opened.", e);
        }
        if (format.head()) {
            next();
        }
    }

    @Override
    public Optional<String[]> next() {
        try {
            row++;
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw refused(e);
        } catch (UncheckedIOException e) {
            throw new UploadRefusedException("Line %,d can't be read.".formatted(row), e);
        }
    }

    private UploadRefusedException refused(CsvParseException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String words = String.valueOf(cause.getMessage());
        if (words.contains("fields") || words.contains("Maximum number")) {
            return new UploadRefusedException(
                    "Row %,d has more than %d columns; is the delimiter right?".formatted(row, MOST_COLUMNS), e);
        }
        return new UploadRefusedException(
                "Row %,d has more than %,d characters; perhaps a quotation mark is not closed."
                        .formatted(row, LONGEST_ROW),
                e);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
