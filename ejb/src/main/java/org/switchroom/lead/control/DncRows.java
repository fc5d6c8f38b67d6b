package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.DncNumber;

/** The rows of {@code dnc_number}: numbers that nobody calls, or that one campaign doesn't. */
@ApplicationScoped
public class DncRows {
    private static final String INSERT = """
            insert ignore into dnc_number (phone, campaign_id, source, added_by, added_at)
            select j.phone, ?, ?, ?, ?
              from json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j""";
    private static final String DELETE = "delete from dnc_number where phone = ? and campaign_id = ?";
    private static final String LISTED = """
            select distinct d.phone
              from json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j
              join dnc_number d on d.phone = j.phone and d.campaign_id in ('', ?)""";
    private static final String OF_CAMPAIGN = """
            select phone, campaign_id, source, added_by, added_at from dnc_number
             where campaign_id = ? and phone > ? and phone >= ? and phone < ? order by phone limit ?""";
    private static final String COUNT = """
            select count(*) as many from
              (select 1 from dnc_number where campaign_id = ? and phone >= ? and phone < ? limit ?) seen""";
    private static final String OF_PHONE = """
            select phone, campaign_id, source, added_by, added_at from dnc_number where phone = ? order by campaign_id""";

    /** Behind every digit. */
    private static final String LAST = ":";

    @Inject
    private Database database;

    protected DncRows() {}

    public DncRows(Database database) {
        this.database = database;
    }

    /** Adds those that are not there yet; returns how many that were. */
    public int add(Collection<String> phones, String campaignId, String source, String by, Instant at) {
        return database.inCurrentTransaction(
                connection -> Sql.run(connection, INSERT, campaignId, source, by, at, LeadJson.words(phones)));
    }

    /** Whether it was there. */
    public boolean remove(String phone, String campaignId) {
        return database.inCurrentTransaction(connection -> Sql.run(connection, DELETE, phone, campaignId)) == 1;
    }

    /** Those of these numbers that nobody calls, or that this campaign doesn't. */
    public Set<String> listed(Collection<String> phones, String campaignId) {
        return new HashSet<>(database.inCurrentTransaction(connection -> Sql.list(
                connection,
                LISTED,
                row -> row.getString("phone"),
                LeadJson.words(phones),
                campaignId == null ? DncNumber.SYSTEM : campaignId)));
    }

    /** One page of a list, by number. */
    public List<DncNumber> list(String campaignId, String beginning, String after, int limit) {
        return database.inCurrentTransaction(connection -> Sql.list(
                connection, OF_CAMPAIGN, DncRows::read, campaignId, after, beginning, beginning + LAST, limit));
    }

    public CappedCount count(String campaignId, String beginning) {
        return CappedCount.of(database.inCurrentTransaction(connection -> Sql.first(
                        connection,
                        COUNT,
                        row -> row.getInt("many"),
                        campaignId,
                        beginning,
                        beginning + LAST,
                        CappedCount.MOST + 1)
                .orElse(0)));
    }

    /** Every list that this number is on. */
    public List<DncNumber> of(String phone) {
        return database.inCurrentTransaction(connection -> Sql.list(connection, OF_PHONE, DncRows::read, phone));
    }

    private static DncNumber read(ResultSet row) throws SQLException {
        return new DncNumber(
                row.getString("phone"),
                row.getString("campaign_id"),
                row.getString("source"),
                row.getString("added_by"),
                SqlTime.get(row, "added_at"));
    }
}
