package org.switchroom.lead.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.switchroom.lead.entity.FileFormat;
import org.switchroom.lead.entity.UploadRefusedException;

/** Finds out how a file is to be read: CSV or workbook, encoding, delimiter, whether the first row names the columns. */
public final class FormatDetection {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 64 * 1024;
    private static final int SAMPLE_ROWS = 20;
    private static final int LONGEST_NAME = 100;

    /** What was found, the first rows, and about how many rows there are. */
    public record Found(FileFormat format, List<String[]> sample, Optional<Long> total) {}

    private FormatDetection() {}

    /** @throws UploadRefusedException if it is no file that could be read */
    public static Found of(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(LOOKED_AT);
            if (start.length == 0) {
                throw new UploadRefusedException("The file is empty.");
            }
            if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw new UploadRefusedException(
                        "This is a workbook of the old kind (.xls) or one with a password; save it as .xlsx or CSV.");
            }
            return startsWith(start, 'P', 'K', 3, 4) ? sheet(file) : csv(file, start);
        } catch (IOException e) {
            throw new UploadRefusedException("The file can't be read.", e);
        }
    }

    private static Found sheet(Path file) {
        FileFormat bare = new FileFormat(FileFormat.Kind.XLSX, StandardCharsets.UTF_8, ',', false, List.of());
        return found(bare, sample(file, bare), Optional.empty());
    }

    private static Found csv(Path file, byte[] start) throws IOException {
        Optional<Charset> wide = wide(start);
        if (wide.isEmpty() && IntStream.range(0, start.length).anyMatch(i -> start[i] == 0)) {
            throw new UploadRefusedException("The file is neither text nor a workbook: it holds the character U+0000.");
        }
        TextScan scan = TextScan.of(file);
        Charset charset = wide.orElse(scan.isUtf8() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
        return bestOf(file, charset, scan.lineCount());
    }

    /** One column is what a wrong delimiter makes of any file, so then the right one may be one that could not be read. */
    private static Found bestOf(Path file, Charset charset, long lineCount) {
        List<String[]> best = List.of();
        FileFormat format = null;
        Optional<UploadRefusedException> refused = Optional.empty();
        for (char delimiter : DELIMITERS) {
            FileFormat tried = new FileFormat(FileFormat.Kind.CSV, charset, delimiter, false, List.of());
            try {
                List<String[]> rows = sample(file, tried);
                if (format == null || score(rows) > score(best)) {
                    best = rows;
                    format = tried;
                }
            } catch (UploadRefusedException e) {
                refused = refused.or(() -> Optional.of(e));
            }
        }
        if (refused.isPresent() && score(best) <= 0) {
            throw refused.get();
        }
        return found(format, best, Optional.of(lineCount));
    }

    /** By the byte order mark, or by every second byte of the beginning being zero. */
    private static Optional<Charset> wide(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int pairs = Math.min(start.length, 2000) / 2;
        long evenZeros =
                IntStream.range(0, pairs).filter(i -> start[2 * i] == 0).count();
        long oddZeros =
                IntStream.range(0, pairs).filter(i -> start[2 * i + 1] == 0).count();
        if (pairs > 4 && oddZeros * 10 > pairs * 7L && evenZeros == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return pairs > 4 && evenZeros * 10 > pairs * 7L && oddZeros == 0
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** Many columns in all rows alike are good. */
    private static long score(List<String[]> rows) {
        if (rows.isEmpty()) {
            return -1;
        }
        int width = rows.get(0).length;
        long alike = rows.stream().filter(row -> row.length == width).count();
        return width == 1 ? 0 : alike * 1000 / rows.size() * 1000 + width;
    }

    private static List<String[]> sample(Path file, FileFormat format) {
        List<String[]> rows = new ArrayList<>();
        try (RowSource source = open(file, format)) {
            for (Optional<String[]> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get());
                if (rows.size() > SAMPLE_ROWS) {
                    break;
                }
            }
        }
        return rows;
    }

    static RowSource open(Path file, FileFormat format) {
        return format.kind() == FileFormat.Kind.XLSX ? new SheetRows(file, format.head()) : new CsvRows(file, format);
    }

    private static Found found(FileFormat bare, List<String[]> rows, Optional<Long> lines) {
        if (rows.isEmpty()) {
            throw new UploadRefusedException("The file has no rows.");
        }
        String[] first = rows.get(0);
        boolean head = isHead(first);
        List<String> columns = IntStream.range(0, first.length)
                .mapToObj(i -> head ? name(first[i], i) : Integer.toString(i + 1))
                .toList();
        FileFormat format = new FileFormat(bare.kind(), bare.charset(), bare.delimiter(), head, columns);
        return new Found(
                format,
                rows.subList(head ? 1 : 0, rows.size()),
                lines.map(count -> Math.max(0, count - (head ? 1 : 0))));
    }

    /** Names have no digits-only cell, are all different, and one of them at least is known. */
    private static boolean isHead(String[] first) {
        boolean numbers = Arrays.stream(first).anyMatch(cell -> cell.matches("[+(]?[0-9][0-9 ()./-]{4,}"));
        Set<String> known = ColumnGuess.knownNames();
        return !numbers && Arrays.stream(first).map(ColumnGuess::plain).anyMatch(known::contains);
    }

    private static String name(String cell, int column) {
        String name = cell.strip().replaceAll("\\p{Cntrl}", " ");
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return cut.isEmpty() ? Integer.toString(column + 1) : cut;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        return bytes.length >= start.length
                && IntStream.range(0, start.length).allMatch(i -> (bytes[i] & 0xFF) == start[i]);
    }
}
