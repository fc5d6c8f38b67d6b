package org.switchroom.lead.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.Sql;
import org.switchroom.common.control.SqlTime;
import org.switchroom.lead.entity.Callback;
import org.switchroom.lead.entity.CallbackState;

/** The rows of {@code callback}. */
@ApplicationScoped
public class CallbackRows {
    private static final String SELECT = """
            select c.id, c.lead_id, c.campaign_id, c.agent, c.state, c.due_at, c.time_zone, c.note, c.created_by, c.created_at,
                   c.version, l.phone, concat_ws(' ', l.first_name, l.last_name) as name
              from callback c left join call_lead l on l.id = c.lead_id""";

    private static final String ONE = SELECT + " where c.id = ?";
    private static final String OF_LEAD = SELECT + " where c.lead_id = ? order by c.due_at desc, c.id desc limit 100";
    private static final String OF_STATE = SELECT
            + " where c.state = ? and c.due_at >= ? and (c.due_at > ? or c.id > ?) order by c.due_at, c.id limit ?";
    private static final String COUNTS = "select state, count(*) as many from callback group by state";
    private static final String INSERT = """
            insert into callback (lead_id, campaign_id, agent, state, due_at, time_zone, note, created_by, created_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update callback set agent = ?, state = ?, due_at = ?, time_zone = ?, note = ?, changed_at = ?, version = version + 1
             where id = ? and version = ?""";
    private static final String BECOME_DUE = """
            update callback set state = 'DUE', changed_at = ?, version = version + 1
             where state = 'SCHEDULED' and due_at <= ? order by due_at limit 1000""";
    private static final String MISS = """
            update callback set state = 'MISSED', changed_at = ?, version = version + 1
             where state = 'DUE' and due_at <= ? order by due_at limit 1000""";

    private static final String CANCEL_OF_NUMBERS = """
            update callback c
              join call_lead l on l.id = c.lead_id
              join json_table(?, '$[*]' columns (phone varchar(15) character set ascii collate ascii_bin path '$')) j on j.phone = l.phone
               set c.state = 'CANCELLED', c.changed_at = ?, c.version = c.version + 1
             where c.state in ('SCHEDULED', 'DUE') and (? = '' or c.campaign_id = ?)""";

    private static final String TAKE_OVER = "update callback set lead_id = ?, version = version + 1 where lead_id = ?";
    private static final String FORGET = """
            update callback set state = 'CANCELLED', version = version + 1
             where lead_id = ? and state in ('SCHEDULED', 'DUE')""";

    @Inject
    private Database database;

    protected CallbackRows() {}

    public CallbackRows(Database database) {
        this.database = database;
    }

    public Optional<Callback> find(long id) {
        return in(connection -> Sql.first(connection, ONE, CallbackRows::read, id));
    }

    /** The latest 100 of a lead, the last due first. */
    public List<Callback> of(long leadId) {
        return in(connection -> Sql.list(connection, OF_LEAD, CallbackRows::read, leadId));
    }

    /** One page of those in this state, the first due first; behind the one that was due at this moment and has this id. */
    public List<Callback> list(CallbackState state, Instant afterDue, long afterId, int limit) {
        return in(connection ->
                Sql.list(connection, OF_STATE, CallbackRows::read, state, afterDue, afterDue, afterId, limit));
    }

    /** How many are in each state. */
    public Map<CallbackState, Long> counts() {
        Map<CallbackState, Long> counts = new EnumMap<>(CallbackState.class);
        in(connection -> Sql.list(
                connection,
                COUNTS,
                row -> counts.put(CallbackState.valueOf(row.getString("state")), row.getLong("many"))));
        return counts;
    }

    public long insert(Callback callback, Instant now) {
        return in(connection -> Sql.insert(
                connection,
                INSERT,
                callback.leadId(),
                callback.campaignId(),
                callback.agent(),
                callback.state(),
                callback.dueAt(),
                callback.zone().getId(),
                callback.note(),
                callback.createdBy(),
                now,
                now));
    }

    /** Whether the row still had the version that the callback has. */
    public boolean update(Callback callback, Instant now) {
        return in(connection -> Sql.run(
                        connection,
                        UPDATE,
                        callback.agent(),
                        callback.state(),
                        callback.dueAt(),
                        callback.zone().getId(),
                        callback.note(),
                        now,
                        callback.id(),
                        callback.version()))
                == 1;
    }

    /** Those whose time has come are due; returns how many. */
    public int becomeDue(Instant now) {
        return in(connection -> Sql.run(connection, BECOME_DUE, now, now));
    }

    /** Those that were due before this moment and that nobody called are missed; returns how many. */
    public int miss(Instant dueBefore, Instant now) {
        return in(connection -> Sql.run(connection, MISS, now, dueBefore));
    }

    /** Nobody calls these numbers any more, or this campaign doesn't; returns how many callbacks that ends. */
    public int cancelOf(Collection<String> phones, String campaignId, Instant now) {
        return in(connection ->
                Sql.run(connection, CANCEL_OF_NUMBERS, LeadJson.words(phones), now, campaignId, campaignId));
    }

    void takeOver(long from, long to) {
        in(connection -> Sql.run(connection, TAKE_OVER, to, from));
    }

    /** The lead is gone. */
    void forget(long leadId) {
        in(connection -> Sql.run(connection, FORGET, leadId));
    }

    private static Callback read(ResultSet row) throws SQLException {
        return new Callback(
                row.getLong("id"),
                row.getLong("lead_id"),
                row.getString("campaign_id"),
                row.getString("agent"),
                CallbackState.valueOf(row.getString("state")),
                SqlTime.get(row, "due_at"),
                zone(row.getString("time_zone")),
                row.getString("note"),
                row.getString("created_by"),
                SqlTime.get(row, "created_at"),
                row.getInt("version"),
                row.getString("phone"),
                row.getString("name"));
    }

    /** A zone that this Java does not know is shown as UTC, so that one bad row never hides a list. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private <T> T in(Database.Work<T> work) {
        return database.inCurrentTransaction(work);
    }
}
