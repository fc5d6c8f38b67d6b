package org.switchroom.lead.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.control.LeadJson;
import org.switchroom.lead.control.LeadRows;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.RowOutcome;

/** Rows become leads. What is there already is asked for once for a whole batch. */
final class LeadTarget implements LoadTarget {
    private static final String PRESENT = """
            select straight_join l.phone, max(case when l.load_id = ? then 1 else 0 end) as same_file
              from json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j
              join call_lead l on l.phone = j.phone
              join lead_list t on t.id = l.list_id
             where ? = 'SYSTEM' or l.list_id = ? or ? = 'CAMPAIGN' and t.campaign_id = ?
             group by l.phone""";
    private static final String DNC = """
            select straight_join distinct d.phone
              from json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j
              join dnc_number d on d.phone = j.phone and d.campaign_id in ('', ?)""";

    private final LeadLoad load;
    private final LeadList list;
    private final DatabaseTime time;

    LeadTarget(LeadLoad load, LeadList list, DatabaseTime time) {
        this.load = load;
        this.list = list;
        this.time = time;
    }

    @Override
    public List<RowReading.Row> checked(Connection connection, List<RowReading.Row> rows) throws SQLException {
        List<String> phones = rows.stream()
                .filter(row -> row.lead() != null)
                .map(RowReading.Row::phone)
                .distinct()
                .toList();
        String json = LeadJson.words(phones);
        Map<String, Boolean> present = load.duplicates() == DuplicateRule.NONE ? Map.of() : present(connection, json);
        Set<String> dnc = load.skipDnc() ? dnc(connection, json) : Set.of();
        List<RowReading.Row> checked = new ArrayList<>(rows.size());
        for (RowReading.Row row : rows) {
            checked.add(row.lead() == null ? row : judged(row, present, dnc));
        }
        return checked;
    }

    private static RowReading.Row judged(RowReading.Row row, Map<String, Boolean> present, Set<String> dnc) {
        if (dnc.contains(row.phone())) {
            return row.refused(RowOutcome.DNC, "phone: nobody may call +" + row.phone());
        }
        Boolean sameFile = present.get(row.phone());
        if (sameFile == null) {
            return row;
        }
        return sameFile
                ? row.refused(RowOutcome.TWICE, "phone: +" + row.phone() + " stands in an earlier row")
                : row.refused(RowOutcome.IN_LIST, "phone: +" + row.phone() + " is in a list already");
    }

    private Map<String, Boolean> present(Connection connection, String phones) throws SQLException {
        Map<String, Boolean> present = new HashMap<>();
        Sql.list(
                connection,
                PRESENT,
                row -> present.put(row.getString("phone"), row.getInt("same_file") == 1),
                load.id(),
                phones,
                load.duplicates(),
                list.id(),
                load.duplicates(),
                list.campaignId());
        return present;
    }

    private Set<String> dnc(Connection connection, String phones) throws SQLException {
        String campaign = list.campaignId() == null ? "" : list.campaignId();
        return new HashSet<>(Sql.list(connection, DNC, row -> row.getString("phone"), phones, campaign));
    }

    /** The driver sends the batch as one statement of many rows (rewriteBatchedStatements, or MariaDB's bulk protocol). */
    @Override
    public void store(Connection connection, List<RowReading.Row> rows) throws SQLException {
        Instant now = time.now();
        try (PreparedStatement insert = connection.prepareStatement(LeadRows.INSERT)) {
            int added = 0;
            for (RowReading.Row row : rows) {
                if (row.lead() != null) {
                    bind(insert, LeadRows.values(list.id(), load.id(), row.lead(), now));
                    insert.addBatch();
                    added++;
                }
            }
            if (added > 0) {
                insert.executeBatch();
            }
        }
    }

    private static void bind(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                insert.setNull(i + 1, Types.VARCHAR);
            } else if (value instanceof Instant at) {
                SqlTime.set(insert, i + 1, at);
            } else if (value instanceof Number number) {
                insert.setLong(i + 1, number.longValue());
            } else {
                insert.setString(i + 1, value.toString());
            }
        }
    }
}
