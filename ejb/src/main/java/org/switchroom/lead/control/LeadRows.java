package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;

/** The rows of {@code call_lead}, one by one. */
@ApplicationScoped
public class LeadRows {
    private static final String SELECT = """
            select l.id, l.list_id, l.version, l.phone, l.alt_phone, l.dial_code, l.title, l.first_name, l.initial, l.last_name,
                   l.address1, l.address2, l.address3, l.city, l.state, l.post_code, l.province, l.country, l.vendor_id,
                   l.show_name, l.email, l.comments, l.lead_rank, l.owner, l.time_zones, l.disposition, l.attempts,
                   l.called_since_reset, l.last_call_at, l.last_local_call_at, l.custom_values, l.load_id, l.created_at, l.changed_at
              from call_lead l""";

    private static final String ONE = SELECT + " where l.id = ?";
    private static final String SOME =
            SELECT + " join json_table(?, '$[*]' columns (id bigint path '$')) j on l.id = j.id";
    private static final String OF_LIST =
            SELECT + " force index (primary) where l.list_id = ? and l.id > ? order by l.id limit ?";

    /** The fields in the order of {@link LeadField}. */
    public static final String INSERT = """
            insert into call_lead (list_id, custom_values, load_id, created_at, changed_at, phone, alt_phone, dial_code, title, first_name,
                   initial, last_name, address1, address2, address3, city, state, post_code, province, country, vendor_id,
                   show_name, email, comments, lead_rank, owner, time_zones, disposition)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE = """
            update call_lead set list_id = ?, custom_values = ?, changed_at = ?, version = version + 1,
                   phone = ?, alt_phone = ?, dial_code = ?, title = ?, first_name = ?, initial = ?, last_name = ?, address1 = ?,
                   address2 = ?, address3 = ?, city = ?, state = ?, post_code = ?, province = ?, country = ?, vendor_id = ?,
                   show_name = ?, email = ?, comments = ?, lead_rank = ?, owner = ?, time_zones = ?, disposition = ?
             where id = ? and version = ?""";

    private static final String CALLS = """
            update call_lead set attempts = ?, called_since_reset = ?, last_call_at = ?, last_local_call_at = ? where id = ?""";
    private static final String DELETE = "delete from call_lead where id = ? and version = ?";

    @Inject
    private Database database;

    protected LeadRows() {}

    public LeadRows(Database database) {
        this.database = database;
    }

    public Optional<Lead> find(long id) {
        return in(connection -> Sql.first(connection, ONE, LeadRows::read, id));
    }

    /** Those that are there, in the order of the ids. */
    public List<Lead> find(Collection<Long> ids) {
        Map<Long, Lead> byId = new LinkedHashMap<>();
        ids.forEach(id -> byId.put(id, null));
        in(connection -> Sql.list(connection, SOME, LeadRows::read, LeadJson.ids(ids)))
                .forEach(lead -> byId.put(lead.id(), lead));
        return byId.values().stream().filter(lead -> lead != null).toList();
    }

    /** The leads of a list behind this id, by id. */
    public List<Lead> ofList(long listId, long afterId, int limit) {
        return in(connection -> Sql.list(connection, OF_LIST, LeadRows::read, listId, afterId, limit));
    }

    public long insert(long listId, LeadReading.Read read, Instant now) {
        return in(connection -> Sql.insert(connection, INSERT, values(listId, null, read, now)));
    }

    /** The values of {@link #INSERT}. */
    public static Object[] values(long listId, Long loadId, LeadReading.Read read, Instant now) {
        List<Object> values = new ArrayList<>(List.of(listId));
        values.add(LeadJson.values(read.custom()));
        values.add(loadId);
        values.add(now);
        values.add(now);
        fieldsOf(read, values);
        return values.toArray();
    }

    /** Whether the row still had this version. */
    public boolean update(long id, int version, long listId, LeadReading.Read read, Instant now) {
        List<Object> values = new ArrayList<>(List.of(listId));
        values.add(LeadJson.values(read.custom()));
        values.add(now);
        fieldsOf(read, values);
        values.add(id);
        values.add(version);
        return in(connection -> Sql.run(connection, UPDATE, values.toArray())) == 1;
    }

    /** What calling came to, of a lead that another was merged into. */
    public void setCalls(long id, Lead.Calls calls) {
        in(connection -> Sql.run(
                connection, CALLS, calls.attempts(), calls.sinceReset(), calls.lastAt(), calls.lastLocalAt(), id));
    }

    public boolean delete(long id, int version) {
        return in(connection -> Sql.run(connection, DELETE, id, version)) == 1;
    }

    private static void fieldsOf(LeadReading.Read read, List<Object> values) {
        for (LeadField field : LeadField.values()) {
            String value = read.fields().get(field);
            values.add(field == LeadField.RANK ? Integer.valueOf(value == null ? "0" : value) : value);
        }
    }

    static Lead read(ResultSet row) throws SQLException {
        Map<LeadField, String> fields = new EnumMap<>(LeadField.class);
        for (LeadField field : LeadField.values()) {
            String value = row.getString(field.column());
            if (value != null) {
                fields.put(field, value);
            }
        }
        LocalDateTime localCall = row.getObject("last_local_call_at", LocalDateTime.class);
        return new Lead(
                row.getLong("id"),
                row.getLong("list_id"),
                row.getInt("version"),
                fields,
                LeadJson.values(row.getString("custom_values")),
                new Lead.Calls(
                        row.getInt("attempts"),
                        row.getBoolean("called_since_reset"),
                        SqlTime.get(row, "last_call_at"),
                        localCall),
                Sql.number(row, "load_id"),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "changed_at"));
    }

    private <T> T in(Database.Work<T> work) {
        return database.inCurrentTransaction(work);
    }
}
