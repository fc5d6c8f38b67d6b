package org.switchroom.lead.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.Sql;
import org.switchroom.lead.control.LeadJson;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.RowOutcome;

/** Rows become numbers that nobody, or one campaign, may call; open callbacks of theirs end. */
final class NumberTarget implements LoadTarget {
    private static final String PRESENT = """
            select straight_join d.phone
              from json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j
              join dnc_number d on d.phone = j.phone and d.campaign_id = ?""";
    private static final String INSERT = """
            insert ignore into dnc_number (phone, campaign_id, source, added_by, added_at)
            select j.phone, ?, ?, ?, ?
              from json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j""";
    private static final String END_CALLBACKS = """
            update callback c
              join call_lead l on l.id = c.lead_id
              join json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j on j.phone = l.phone
               set c.state = 'CANCELLED', c.changed_at = ?, c.version = c.version + 1
             where c.state in ('SCHEDULED', 'DUE') and (? = '' or c.campaign_id = ?)""";

    private final LeadLoad load;
    private final DatabaseTime time;

    NumberTarget(LeadLoad load, DatabaseTime time) {
        this.load = load;
        this.time = time;
    }

    @Override
    public List<RowReading.Row> checked(Connection connection, List<RowReading.Row> rows) throws SQLException {
        Set<String> present = new HashSet<>(
                Sql.list(connection, PRESENT, row -> row.getString("phone"), phones(rows), load.dncCampaignId()));
        List<RowReading.Row> checked = new ArrayList<>(rows.size());
        for (RowReading.Row row : rows) {
            boolean there = row.lead() != null && present.contains(row.phone());
            checked.add(there ? row.refused(RowOutcome.IN_LIST, "phone: is on the list already") : row);
        }
        return checked;
    }

    @Override
    public void store(Connection connection, List<RowReading.Row> rows) throws SQLException {
        String phones = phones(rows);
        String campaign = load.dncCampaignId();
        Instant now = time.now();
        Sql.run(connection, INSERT, campaign, source(), load.createdBy(), now, phones);
        Sql.run(connection, END_CALLBACKS, phones, now, campaign, campaign);
    }

    private String source() {
        String name = load.fileName();
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    private static String phones(List<RowReading.Row> rows) {
        return LeadJson.words(rows.stream()
                .filter(row -> row.lead() != null)
                .map(RowReading.Row::phone)
                .toList());
    }
}
