package org.switchroom.lead.entity;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a file is to be read.
 *
 * @param charset of a CSV file
 * @param delimiter of a CSV file
 * @param head whether its first row names the columns
 * @param columns names of the columns, or 1, 2, 3 ... without a head
 * @param region in which numbers without a plus are read, of a file of numbers that nobody may call; empty: leads have that of their list
 */
public record FileFormat(
        Kind kind, Charset charset, char delimiter, boolean head, List<String> columns, String region) {

    /** CSV or a workbook of which the first sheet is read. */
    public enum Kind {
        CSV,
        XLSX
    }

    public FileFormat {
        columns = List.copyOf(columns);
    }

    public FileFormat(Kind kind, Charset charset, char delimiter, boolean head, List<String> columns) {
        this(kind, charset, delimiter, head, columns, "");
    }

    public FileFormat withRegion(String other) {
        return new FileFormat(kind, charset, delimiter, head, columns, other);
    }
}
