package org.switchroom.lead.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

class LeadExportTest {
    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final LeadList LIST = LeadList.named("list")
            .withFields(List.of(new CustomField("memo", "Memo", CustomField.Kind.TEXT, List.of())));
    private static final Lead LEAD = new Lead(
            7,
            1,
            0,
            Map.of(LeadField.PHONE, "4930901820", LeadField.LAST_NAME, FORMULA, LeadField.FIRST_NAME, "<script>\"x\""),
            Map.of("memo", "@SUM(1)"),
            Lead.Calls.NONE,
            null,
            null,
            null);
    private static final LongFunction<List<Lead>> BEHIND = id -> id < 7 ? List.of(LEAD) : List.of();

    @TempDir
    Path folder;

    @Test
    void writesNoCellThatASpreadsheetWouldCompute() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LeadExport(LIST, BEHIND).csv(out);
        String csv = out.toString(StandardCharsets.UTF_8);

        assertTrue(csv.startsWith("\uFEFFphone,"), csv);
        assertTrue(csv.contains("'" + FORMULA), csv);
        assertTrue(csv.contains("'@SUM(1)"), csv);
        assertFalse(csv.contains(",="), csv);
        assertTrue(csv.contains("\n'+4930901820,"), csv);
    }

    @Test
    void writesAWorkbookOfTextsAlone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LeadExport(LIST, BEHIND).xlsx(out);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Cell> cells = rows.skip(1)
                    .flatMap(Row::stream)
                    .filter(cell -> cell != null)
                    .toList();
            assertTrue(cells.stream().allMatch(cell -> cell.getType() == CellType.STRING), cells.toString());
            assertEquals("+4930901820", cells.get(0).asString());
            assertTrue(cells.stream().anyMatch(cell -> cell.asString().equals(FORMULA)));
        }
    }

    @Test
    void isReadBackAsItWas() throws IOException {
        for (boolean csv : new boolean[] {true, false}) {
            Path file = Files.createTempFile(folder, "export", "");
            try (var out = Files.newOutputStream(file)) {
                LeadExport export = new LeadExport(LIST, BEHIND);
                if (csv) {
                    export.csv(out);
                } else {
                    export.xlsx(out);
                }
            }
            FormatDetection.Found found = FormatDetection.of(file);
            List<String> mapping = ColumnGuess.guess(found.format(), found.sample(), LIST);

            RowReading.Row row = new RowReading(LIST, mapping)
                    .read(new RowReading.Raw(1, found.sample().get(0)));

            assertEquals("4930901820", row.phone(), row.reason());
            assertEquals(FORMULA, row.lead().fields().get(LeadField.LAST_NAME));
            assertEquals("<script>\"x\"", row.lead().fields().get(LeadField.FIRST_NAME));
            assertEquals(Map.of("memo", "@SUM(1)"), row.lead().custom());
        }
    }
}
