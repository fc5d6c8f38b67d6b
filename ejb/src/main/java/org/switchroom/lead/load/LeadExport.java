package org.switchroom.lead.load;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.switchroom.common.FormulaGuard;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

/**
 * All leads of a list as a file. Each cell is a text: in a workbook by its type, in CSV by an apostrophe in front of what a spreadsheet
 * would compute. The columns have the names by which a load knows them again.
 */
public final class LeadExport {
    /** A sheet has 1,048,576 rows at most. */
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private static final List<String> CALLS =
            List.of("id", "attempts", "called_since_reset", "last_call_at", "last_local_call_at");

    private final LeadList list;
    private final LongFunction<List<Lead>> behind;

    /** @param behind the next leads behind this id, in the order of their ids; none at the end */
    public LeadExport(LeadList list, LongFunction<List<Lead>> behind) {
        this.list = list;
        this.behind = behind;
    }

    /** UTF-8 with a byte order mark, by which spreadsheets know it. */
    public void csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(head());
        long last = 0;
        for (List<Lead> leads = behind.apply(last); !leads.isEmpty(); leads = behind.apply(last)) {
            for (Lead lead : leads) {
                csv.writeRecord(cells(lead).stream().map(FormulaGuard::guarded).toList());
                last = lead.id();
            }
            csv.flush();
        }
        csv.flush();
        writer.flush();
    }

    public void xlsx(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Switchroom", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Leads");
            row(sheet, 0, head());
            int row = 1;
            int sheets = 1;
            long last = 0;
            for (List<Lead> leads = behind.apply(last); !leads.isEmpty(); leads = behind.apply(last)) {
                if (row > ROWS_OF_A_SHEET) {
                    sheet.finish();
                    sheet = workbook.newWorksheet("Leads " + ++sheets);
                    row(sheet, 0, head());
                    row = 1;
                }
                for (Lead lead : leads) {
                    row(sheet, row++, cells(lead));
                    last = lead.id();
                }
                sheet.flush();
            }
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) != null) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        for (LeadField field : LeadField.values()) {
            head.add(field.word());
        }
        list.fields().forEach(own -> head.add(own.name()));
        head.addAll(CALLS);
        return head;
    }

    private List<String> cells(Lead lead) {
        List<String> cells = new ArrayList<>();
        for (LeadField field : LeadField.values()) {
            String value = lead.fields().get(field);
            cells.add(field.isPhone() && value != null ? "+" + value : value);
        }
        for (CustomField own : list.fields()) {
            cells.add(lead.custom().get(own.name()));
        }
        cells.add(Long.toString(lead.id()));
        cells.add(Integer.toString(lead.calls().attempts()));
        cells.add(Boolean.toString(lead.calls().sinceReset()));
        cells.add(lead.calls().lastAt() == null ? null : lead.calls().lastAt().toString());
        cells.add(
                lead.calls().lastLocalAt() == null
                        ? null
                        : lead.calls().lastLocalAt().toString());
        return cells;
    }
}
