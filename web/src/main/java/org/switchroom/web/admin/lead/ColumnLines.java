package org.switchroom.web.admin.lead;

import java.util.ArrayList;
import java.util.List;
import org.switchroom.lead.entity.LeadLoad;

/** The columns of a load as the page shows them, with what the first rows have in them. */
final class ColumnLines {
    private static final int LONGEST_EXAMPLE = 60;

    private ColumnLines() {}

    static List<ColumnLine> of(LeadLoad load, List<String[]> sample) {
        List<ColumnLine> lines = new ArrayList<>();
        for (int column = 0; column < load.format().columns().size(); column++) {
            int at = column;
            List<String> filled = sample.stream()
                    .filter(row -> row.length > at && !row[at].isBlank())
                    .map(row -> row[at].strip())
                    .toList();
            lines.add(new ColumnLine(
                    load.format().columns().get(column),
                    filled.isEmpty() ? "" : cut(filled.get(0)),
                    sample.isEmpty() ? -1 : filled.size() * 100 / sample.size(),
                    load.mapping().get(column)));
        }
        return lines;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "\u2026" : text;
    }
}
