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
 */
public record FileFormat(Kind kind, Charset charset, char delimiter, boolean head, List<String> columns) {

    /** CSV or a workbook of which the first sheet is read. */
    public enum Kind {
        CSV,
        XLSX
    }

    public FileFormat {
        columns = List.copyOf(columns);
    }
}
