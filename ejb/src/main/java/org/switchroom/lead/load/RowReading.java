package org.switchroom.lead.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.common.FormulaGuard;
import org.switchroom.lead.control.InvalidPhoneException;
import org.switchroom.lead.control.LeadReading;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.RowOutcome;

/** Turns the cells of a row into a lead, or says why that can't be. Safe for use by many threads. */
final class RowReading {

    /** A row of the file, its number beginning with 1 behind the head. */
    record Raw(long number, String[] cells) {}

    /**
     * A row that was read.
     *
     * @param lead null if it is refused
     * @param outcome LOADED unless it is refused
     * @param reason null unless it is refused
     */
    record Row(long number, String[] cells, LeadReading.Read lead, RowOutcome outcome, String reason) {

        String phone() {
            return lead.fields().get(LeadField.PHONE);
        }

        Row refused(RowOutcome other, String why) {
            return new Row(number, cells, null, other, why);
        }
    }

    private final LeadReading reading;
    private final LeadField[] fields;
    private final String[] own;

    RowReading(LeadList list, List<String> mapping) {
        reading = new LeadReading(list);
        fields = new LeadField[mapping.size()];
        own = new String[mapping.size()];
        for (int i = 0; i < fields.length; i++) {
            String target = mapping.get(i);
            fields[i] = LeadField.of(target).orElse(null);
            own[i] = target.startsWith(ColumnGuess.OWN) ? target.substring(ColumnGuess.OWN.length()) : null;
        }
    }

    List<Row> read(List<Raw> rows) {
        List<Row> read = new ArrayList<>(rows.size());
        rows.forEach(row -> read.add(read(row)));
        return read;
    }

    Row read(Raw row) {
        Map<LeadField, String> values = new EnumMap<>(LeadField.class);
        Map<String, String> custom = Map.of();
        int width = Math.min(fields.length, row.cells().length);
        for (int i = 0; i < width; i++) {
            if (fields[i] != null) {
                values.put(fields[i], FormulaGuard.bare(row.cells()[i]));
            } else if (own[i] != null) {
                custom = custom.isEmpty() ? new HashMap<>() : custom;
                custom.put(own[i], FormulaGuard.bare(row.cells()[i]));
            }
        }
        try {
            return new Row(row.number(), row.cells(), reading.read(values, custom), RowOutcome.LOADED, null);
        } catch (InvalidPhoneException e) {
            RowOutcome outcome = RowOutcome.valueOf("PHONE_" + e.problem().name());
            return new Row(row.number(), row.cells(), null, outcome, e.getMessage());
        } catch (InvalidLeadException e) {
            return new Row(row.number(), row.cells(), null, RowOutcome.INVALID, e.getMessage());
        }
    }
}
