package org.switchroom.lead.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.switchroom.lead.entity.UploadRefusedException;

/** Rows of the first sheet of a workbook. A formula counts as the value that was stored with it; nothing is evaluated. */
final class SheetRows implements RowSource {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

    private final ReadableWorkbook workbook;
    private final Iterator<Row> rows;
    private long row;

    /** @throws UploadRefusedException if it is no workbook, or would unpack to too much */
    SheetRows(Path file, boolean head) {
        SheetGuard.requireHarmless(file);
        ReadableWorkbook opened = null;
        try {
            opened = new ReadableWorkbook(file.toFile(), OPTIONS);
            workbook = opened;
            rows = opened.getFirstSheet().openStream().iterator();
        } catch (IOException | RuntimeException e) {
            close(opened);
            throw unreadable(e);
        }
        if (head) {
            next();
        }
    }

    @Override
    public Optional<String[]> next() {
        try {
            row++;
            return rows.hasNext() ? Optional.of(cells(rows.next())) : Optional.empty();
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private String[] cells(Row cells) {
        int count = cells.getCellCount();
        if (count > MOST_COLUMNS) {
            throw new UploadRefusedException("Row %,d has more than %d columns.".formatted(row, MOST_COLUMNS));
        }
        String[] texts = new String[count];
        int length = 0;
        for (int i = 0; i < count; i++) {
            texts[i] = cells.getOptionalCell(i).map(SheetRows::text).orElse("");
            length += texts[i].length();
        }
        if (length > LONGEST_ROW) {
            throw new UploadRefusedException("Row %,d has more than %,d characters.".formatted(row, LONGEST_ROW));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? date(cell.asDate()) : cell.asNumber().toPlainString();
        }
        if (cell.getType() == CellType.FORMULA) {
            return cell.getValue() instanceof BigDecimal number
                    ? number.toPlainString()
                    : Optional.ofNullable(cell.getRawValue()).orElse("");
        }
        return cell.getValue() == null || cell.getType() == CellType.ERROR ? "" : cell.getText();
    }

    /** Dates are numbers with a format that shows a day. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.contains("yy") || bare.contains("d") && bare.contains("m");
    }

    private static String date(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }

    private static UploadRefusedException unreadable(Exception e) {
        return e instanceof UploadRefusedException refused
                ? refused
                : new UploadRefusedException("The workbook can't be read; save it anew, or as CSV.", e);
    }

    @Override
    public void close() {
        close(workbook);
    }

    private static void close(ReadableWorkbook workbook) {
        try {
            if (workbook != null) {
                workbook.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
